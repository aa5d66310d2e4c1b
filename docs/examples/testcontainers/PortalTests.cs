using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Xunit;

// Testcontainers for .NET, with xUnit.
public sealed class PortalTests : IAsyncLifetime
{
    private readonly IContainer container = new ContainerBuilder()
        .WithImage("mock-portal")
        .WithCommand("serve", "--host", "0.0.0.0", "--control-token", "of-the-test")
        .WithPortBinding(7443, assignRandomHostPort: true)
        .WithWaitStrategy(Wait.ForUnixContainer().UntilContainerIsHealthy())
        .Build();

    public Task InitializeAsync() => container.StartAsync();

    public Task DisposeAsync() => container.DisposeAsync().AsTask();

    [Fact]
    public async Task SignsIn()
    {
        var origin = $"{container.Hostname}:{container.GetMappedPublicPort(7443)}";
        using var control = new HttpClient { BaseAddress = new Uri($"http://{origin}/_mock/") };
        control.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", "of-the-test");
        using var authority = X509Certificate2.CreateFromPem(await control.GetStringAsync("ca.pem"));

        using var handler = new HttpClientHandler();
        handler.ServerCertificateCustomValidationCallback = (_, certificate, chain, errors) =>
        {
            chain!.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            return chain.Build(certificate!) && !errors.HasFlag(System.Net.Security.SslPolicyErrors.RemoteCertificateNameMismatch);
        };
        using var client = new HttpClient(handler);
        Assert.Contains("currentVersion", await client.GetStringAsync($"https://{origin}/portal/sharing/rest?f=json"));
    }
}
