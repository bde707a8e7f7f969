package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.git.Remote.Place;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RemoteConfigTest {
    private final Path shop;
    private final Path bare;

    RemoteConfigTest(@TempDir Path temp) throws IOException {
        shop = Files.createDirectory(temp.resolve("shop"));
        bare = Files.createDirectory(temp.resolve("bare.git"));
        Files.writeString(bare.resolve("HEAD"), "ref: refs/heads/main\n");
    }

    @Test
    void aNameWithDotsIsWhole() {
        assertThat(Configured.remotes("remote.my.own.remote.url\nhttps://example.org/x\0")
                        .remotes(shop))
                .containsExactly(new Remote("my.own.remote", "https://example.org/x", Place.ELSEWHERE, false));
    }

    @Test
    void aRemoteWithoutAnAddressIsNone() {
        assertThat(Configured.remotes("remote.origin.fetch\n+refs/heads/*:refs/remotes/origin/*\0")
                        .remotes(shop))
                .isEmpty();
        assertThat(Configured.remotes("remote.origin.url").remotes(shop)).isEmpty();
        assertThat(Configured.remotes("").remotes(shop)).isEmpty();
    }

    @Test
    void theLongestRewritingWins() {
        RemoteConfig config = Configured.remotes("remote.a.url\nwork:x.git\0remote.b.url\nwork:team/x.git\0"
                + "url.https://example.org/.insteadof\nwork:\0url.https://team.example.org/.insteadof\nwork:team/\0");

        assertThat(config.remotes(shop))
                .extracting(Remote::url)
                .containsExactly("https://example.org/x.git", "https://team.example.org/x.git");
    }

    @Test
    void aRewritingToAPathIsOnThisMachine() {
        RemoteConfig config =
                Configured.remotes("remote.a.url\nwork:bare.git\0url." + bare.getParent() + "/.insteadof\nwork:\0");

        assertThat(config.remotes(shop)).extracting(Remote::place).containsExactly(Place.THIS_MACHINE);
    }

    @Test
    void whatIsPushedToThisMachineOnlyIsHere() {
        String fetched = "remote.a.url\nhttps://example.org/x\0remote.a.pushurl\n" + bare + "\0";
        assertThat(Configured.remotes(fetched).remotes(shop))
                .extracting(Remote::place)
                .containsExactly(Place.THIS_MACHINE);

        String both = fetched + "remote.a.pushurl\nhttps://example.org/x\0";
        assertThat(Configured.remotes(both).remotes(shop))
                .extracting(Remote::place)
                .containsExactly(Place.ELSEWHERE);
    }

    @Test
    void aPathWithoutARepositoryIsMissing() throws IOException {
        Files.createDirectory(shop.resolve("empty"));
        Files.writeString(shop.resolve("all.bundle"), "# v2 git bundle\n");
        Path plain = Files.createDirectories(shop.resolve("plain/.git"));

        assertThat(Configured.remotes("remote.a.url\nempty\0remote.b.url\n../bare\0remote.c.url\nall.bundle\0"
                                + "remote.d.url\n" + plain.getParent() + "\0remote.e.url\n/not/there\0")
                        .remotes(shop))
                .extracting(Remote::place)
                .containsExactly(
                        Place.MISSING, Place.THIS_MACHINE, Place.THIS_MACHINE, Place.THIS_MACHINE, Place.MISSING);
    }

    @Test
    void aFetchRuleForOneBranchDoesNotFollowAll() {
        String url = "remote.a.url\nhttps://example.org/x\0remote.a.fetch\n";
        assertThat(Configured.remotes(url + "+refs/heads/main:refs/remotes/a/main\0")
                        .remotes(shop))
                .extracting(Remote::everyBranch)
                .containsExactly(false);
        assertThat(Configured.remotes(url + "+refs/heads/*:refs/remotes/a/*\0").remotes(shop))
                .extracting(Remote::everyBranch)
                .containsExactly(true);
    }
}
