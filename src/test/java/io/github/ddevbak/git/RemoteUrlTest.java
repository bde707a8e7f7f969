package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemoteUrlTest {

    @ParameterizedTest
    @CsvSource({
        "https://ada:s3cret@example.org/x.git, https://example.org/x.git",
        "https://s3cret@example.org/x.git, https://example.org/x.git",
        "https://ada:p@ss:w@rd@example.org/x.git, https://example.org/x.git",
        "HTTPS://ada:s3cret@EXAMPLE.org/x.git, HTTPS://EXAMPLE.org/x.git",
        "ssh://git:s3cret@example.org:22/x.git, ssh://git@example.org:22/x.git",
        "git+ssh://git@example.org/x.git, git+ssh://git@example.org/x.git",
        "foo::https://ada:s3cret@example.org/x, foo::https://example.org/x",
        "git@example.org:team/x.git, git@example.org:team/x.git",
        "https://example.org/@scope/x.git, https://example.org/@scope/x.git",
        "fatal: 'https://a:b@c/d' and 'https://e:f@g/h', fatal: 'https://c/d' and 'https://g/h'",
    })
    void noCredentialIsKept(String url, String without) {
        assertThat(RemoteUrl.withoutCredentials(url)).isEqualTo(without);
    }

    @ParameterizedTest
    @CsvSource({
        "/srv/git/x.git, /srv/git/x.git",
        "../x.git, /home/ada/x.git",
        "./odd:name, /home/ada/shop/odd:name",
        "file:///srv/git/x.git, /srv/git/x.git",
        "FILE:///srv/a%20b%C3%A9%zz, /srv/a bé%zz",
    })
    void aPathIsLocal(String url, String path) {
        assertThat(RemoteUrl.localPath(url, Path.of("/home/ada/shop"))).contains(Path.of(path));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://example.org/x", "git@example.org:x.git", "example.org:x", "ext::ssh x", "ssh://h/p"})
    void whatGoesThroughANetworkIsNotLocal(String url) {
        assertThat(RemoteUrl.localPath(url, Path.of("/home/ada/shop"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "http://localhost:3000/x.git, true",
        "ssh://git@LOCALHOST/x.git, true",
        "git@localhost:x.git, true",
        "http://127.0.0.1/x, true",
        "http://[::1]:80/x, true",
        "https://gitea.ddev.site/x.git, true",
        "https://example.org/localhost, false",
        "git@example.org:localhost/x.git, false",
        "https://localhost.example.org/x, false",
    })
    void anAddressOfThisVeryMachineIsNotElsewhere(String url, boolean here) {
        assertThat(RemoteUrl.thisMachine(url)).isEqualTo(here);
    }
}
