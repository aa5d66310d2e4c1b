# SPDX-License-Identifier: Apache-2.0
# The formula; packaging/homebrew.py writes URL and digest of a release into it.
class MockPortal < Formula
  desc "Emulated Portal for ArcGIS and ArcGIS Server for tests"
  url "@URL@"
  sha256 "@SHA256@"
  license "Apache-2.0"

  depends_on "pkgconf" => :build
  depends_on xcode: ["16.3", :build]
@LIBRARIES@
  depends_on macos: :sequoia

  uses_from_macos "swift" => :build
  uses_from_macos "zlib"

  def install
    system "swift", "build", "--disable-sandbox", "-c", "release", "--product", "mock-portal"
    system "packaging/install.sh", ".build/release/mock-portal", "", prefix.to_s
  end

  test do
    assert_match version.to_s, shell_output("#{bin}/mock-portal --version")
    assert_match "Sign in by OAuth", shell_output("#{bin}/mock-portal explain generate-token.enterprise-login")
    assert_match "0 failed", shell_output("#{bin}/mock-portal check start/federated")
  end
end
