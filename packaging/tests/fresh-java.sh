# In a root file system with Debian's smallest, a JDK and JUnit: the tarball and the jar. The first refusal is one in a test of one's own.
. /packages/walk.sh
began=$(date +%s.%N)
cd "$HOME"
step tar -xzf /packages/mock-portal-*.tar.gz
MOCK_PORTAL=$(echo "$HOME"/mock-portal-*/bin/mock-portal)
export MOCK_PORTAL
jars=$(echo /packages/mock-portal-junit-*.jar /usr/share/java/{junit-jupiter,junit-platform}-*.jar \
    /usr/share/java/{apiguardian-api,opentest4j,picocli,univocity-parsers}.jar | tr ' ' ':')
cat >FirstTest.java <<'JAVA'
import static org.junit.jupiter.api.Assertions.assertTrue;
import mockportal.*;
import org.junit.jupiter.api.Test;

@MockPortal("start/federated")
class FirstTest {
    @Test
    void signsIn(Portal portal) {
        String answer = portal.ask(portal.http() + "/portal/sharing/generateToken",
            "username", "dirk@CONTOSO", "password", "known-only-to-the-idp", "referer", "https://app.example");
        assertTrue(answer.contains("token\":"), answer);
    }
}
JAVA
step javac -encoding UTF-8 -proc:none -d classes -cp "$jars" FirstTest.java
run() { java -cp "classes:$jars" org.junit.platform.console.ConsoleLauncher --disable-banner --details tree --disable-ansi-colors "$@" >said 2>&1; }
if step run --select-class FirstTest; then echo "a refused sign-in passed" >&2; exit 1; fi
holds 'the refusal, word for word' grep -qF '{"error":{"code":400,"message":"Unable to generate token.","details":["Invalid username or password."]}}' said
explained said
# What the package's README shows.
sed -n '/^```java$/,/^```$/p' /packages/README.md | grep -v '^```' >TokenTest.java
javac -encoding UTF-8 -proc:none -d classes -cp "$jars" TokenTest.java
run --select-class TokenTest || { cat said; exit 1; }
holds 'the tests of README' grep -q '2 tests successful' said
told java ", two green tests after $(since) s"
