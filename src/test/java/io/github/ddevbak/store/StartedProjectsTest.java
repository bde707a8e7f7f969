package io.github.ddevbak.store;

import static io.github.ddevbak.store.SampleRecords.NOW;
import static io.github.ddevbak.store.SampleRecords.SHOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartedProjectsTest {
    private static final StartedProject STOPPED =
            new StartedProject(SHOP, "/home/user/projects/my shop", ProjectStatus.STOPPED, List.of(), List.of(), NOW);
    private static final StartedProject PAUSED = new StartedProject(
            new ProjectName("blog"),
            "/home/user/projects/blog",
            ProjectStatus.PAUSED,
            List.of("ddev-blog-db"),
            List.of("ddev-blog-web"),
            NOW);

    @TempDir
    Path folder;

    private StartedProjects started;

    @BeforeEach
    void name() {
        started = new StartedProjects(folder.resolve("state"));
    }

    @Test
    void whatWasNotedIsThereForTheNextRun() throws Exception {
        started.remember(STOPPED);
        started.remember(PAUSED);

        assertThat(new StartedProjects(folder.resolve("state")).all()).containsExactly(PAUSED, STOPPED);
        assertThat(Modes.open(folder.resolve("state"))).isEmpty();
    }

    @Test
    void whatWasPutBackIsForgotten() {
        started.remember(STOPPED);
        started.remember(PAUSED);

        started.forget(SHOP);
        started.forget(SHOP);

        assertThat(started.all()).containsExactly(PAUSED);
    }

    @Test
    void nothingIsKnownBeforeAnythingWasStarted() {
        started.forget(SHOP);

        assertThat(started.all()).isEmpty();
        assertThat(started.oddities()).isEmpty();
    }

    @Test
    void howAProjectWasFoundFirstIsNotOverwrittenByWhatWeMadeOfIt() {
        started.remember(STOPPED);

        started.remember(new StartedProject(
                SHOP, "/home/user/projects/my shop", ProjectStatus.RUNNING, List.of("ddev-shop-db"), List.of(), NOW));

        assertThat(started.all()).containsExactly(STOPPED);
    }

    @Test
    void aNoteThatCannotBeReadIsToldAndDoesNotHideTheOthers() throws Exception {
        started.remember(STOPPED);
        started.remember(PAUSED);
        Files.writeString(folder.resolve("state/started/blog.json"), "{\"schema\": \"ddevbak/started/1\"");

        assertThat(started.all()).containsExactly(STOPPED);
        assertThat(started.oddities()).extracting(Finding::code).containsExactly("store.broken-note");
        assertThat(started.oddities().get(0).sentence()).contains("blog.json");
    }

    @Test
    void aNoteThatCannotBeReadIsReplacedByTheNext() throws Exception {
        started.remember(STOPPED);
        Files.writeString(folder.resolve("state/started/shop.json"), "");

        started.remember(STOPPED);

        assertThat(started.all()).containsExactly(STOPPED);
    }

    @Test
    void aHostileNameInANoteIsNotBelieved() throws Exception {
        started.remember(STOPPED);
        Path note = folder.resolve("state/started/shop.json");
        Files.writeString(note, Files.readString(note).replace("\"shop\"", "\"../shop\""));

        assertThat(started.all()).isEmpty();
        assertThat(started.oddities()).hasSize(1);
    }

    @Test
    void aCancelledThreadCanStillNoteAndRead() {
        Thread.currentThread().interrupt();
        started.remember(STOPPED);
        List<StartedProject> noted = started.all();
        started.forget(SHOP);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(noted).containsExactly(STOPPED);
        assertThat(started.all()).isEmpty();
    }

    @Test
    void whereNothingCanBeNotedItIsSaidThatNothingWasStarted() throws Exception {
        Files.writeString(folder.resolve("state"), "in the way");

        assertThatThrownBy(() -> started.remember(STOPPED))
                .isInstanceOf(DestinationException.class)
                .hasMessageContaining("shop")
                .hasMessageContaining("was not started");
    }
}
