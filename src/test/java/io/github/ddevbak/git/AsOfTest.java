package io.github.ddevbak.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AsOfTest {
    private final Layout layout;

    AsOfTest(@TempDir Path temp) throws IOException {
        Path git = Files.createDirectories(temp.resolve("shop/.git"));
        layout = new Layout(temp.resolve("shop"), temp.resolve("shop"), git, git);
    }

    @Test
    void aRepositoryThatNeverHeardOfARemoteHasNoAge() {
        assertThat(AsOf.of(layout)).isEmpty();
    }

    @Test
    void aPushWithoutAFetchIsNewsOfTheRemoteToo() throws IOException {
        Path log = layout.commonDir().resolve("logs/refs/remotes/origin/main");
        Files.createDirectories(log.getParent());
        Files.write(log, "0 1 Ad\u00e9 <a@b> 1 +0000\tupdate by push\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(AsOf.of(layout).orElseThrow())
                .isEqualTo(new AsOf("last push", Files.getLastModifiedTime(log).toInstant()));
    }
}
