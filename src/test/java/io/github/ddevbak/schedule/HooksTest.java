package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectName;
import io.github.ddevbak.project.ProjectStatus;
import io.github.ddevbak.store.HookNotes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HooksTest {
    private static final Instant NOW = Instant.parse("2026-11-22T16:31:05Z");
    private static final HookFile HOOK = new HookFile("/opt/ddevbak", Duration.ofMinutes(2));

    @TempDir
    Path folder;

    private Project project;
    private Hooks hooks;
    private Path file;

    @BeforeEach
    void aProject() throws Exception {
        Path approot = folder.resolve("my shop");
        Files.createDirectories(approot.resolve(".ddev"));
        Files.writeString(approot.resolve(".ddev/config.yaml"), "name: shop\n");
        project = new Project(
                new ProjectName("shop"),
                approot,
                "php",
                "",
                ProjectStatus.UNKNOWN,
                Optional.empty(),
                false,
                List.of(),
                true);
        hooks = new Hooks(new HookNotes(folder.resolve("state")), Clock.fixed(NOW, ZoneOffset.UTC));
        file = approot.resolve(".ddev/config.ddevbak.yaml");
    }

    private HookState state() {
        return hooks.look(List.of(project)).get(0).state();
    }

    private List<String> codes() {
        return hooks.findings().stream().map(Finding::code).toList();
    }

    @Test
    void aHookIsInstalledSeenAndRemoved() {
        assertThat(state()).isEqualTo(HookState.NONE);

        hooks.install(project, HOOK);
        hooks.install(project, new HookFile("/usr/bin/ddevbak", HookFile.LIMIT));

        assertThat(state()).isEqualTo(HookState.PRESENT);
        assertThat(codes()).isEmpty();
        assertThat(hooks.remove(project)).isTrue();
        assertThat(file).doesNotExist();
        assertThat(hooks.look(List.of())).isEmpty();
        assertThat(hooks.remove(project)).isFalse();
    }

    @Test
    void aHookThatIsGoneIsTold() throws Exception {
        hooks.install(project, HOOK);
        Files.delete(file);

        assertThat(state()).isEqualTo(HookState.LOST);
        assertThat(codes()).containsExactly("hook.lost");
    }

    @Test
    void anEditedHookIsToldAndLeftAlone() throws Exception {
        hooks.install(project, HOOK);
        String edited = Files.readString(file).replace("|| true", "") + "  post-start:\n    - exec: x\n";
        Files.writeString(file, edited);

        assertThat(state()).isEqualTo(HookState.CHANGED);
        assertThat(codes()).containsExactly("hook.lost");
        assertThatThrownBy(() -> hooks.install(project, HOOK)).isInstanceOf(ScheduleRefusedException.class);
        assertThatThrownBy(() -> hooks.remove(project)).isInstanceOf(ScheduleRefusedException.class);
        assertThat(file).hasContent(edited);
        assertThat(hooks.findings().get(0).hint()).contains("delete it, then");
    }

    @Test
    void aFileOfAnothersIsLeftAlone() throws Exception {
        Files.writeString(file, "hooks: {}\n");

        assertThat(state()).isEqualTo(HookState.FOREIGN);
        assertThatThrownBy(() -> hooks.install(project, HOOK))
                .isInstanceOf(ScheduleRefusedException.class)
                .hasMessageContaining("move it away");
        assertThatThrownBy(() -> hooks.remove(project)).isInstanceOf(ScheduleRefusedException.class);
        assertThat(file).hasContent("hooks: {}\n");
    }

    @Test
    void aFolderThatIsNoProjectGetsNoHook() throws Exception {
        Files.delete(project.approot().resolve(".ddev/config.yaml"));

        assertThatThrownBy(() -> hooks.install(project, HOOK)).isInstanceOf(ScheduleRefusedException.class);
        assertThat(file).doesNotExist();
    }

    @Test
    void aFailureIsToldUntilASnapshotIsTaken() {
        hooks.failed(project.name(), "the disk is full\u001b[31m");

        assertThat(hooks.troubled()).isTrue();
        assertThat(hooks.findings())
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.sentence()).contains("'shop'").contains("the disk is full\\u001b"));

        hooks.good(project.name());

        assertThat(hooks.troubled()).isFalse();
        assertThat(codes()).isEmpty();
    }

    @Test
    void aHookThatDidNotComeToItsEndIsToldOncePastItsLimit() throws Exception {
        hooks.install(project, HOOK);
        Path begun = Files.writeString(folder.resolve("state/hooks/begun/shop"), "");

        Files.setLastModifiedTime(begun, FileTime.from(NOW.minus(Duration.ofMinutes(2))));
        assertThat(codes()).isEmpty();

        Files.setLastModifiedTime(begun, FileTime.from(NOW.minus(Duration.ofMinutes(4))));
        assertThat(codes()).containsExactly("hook.failed");
    }

    @Test
    void aLimitBeyondReasonIsRefused() {
        assertThatThrownBy(() -> new HookFile("ddevbak", Duration.ofSeconds(9)))
                .isInstanceOf(ScheduleRefusedException.class);
        assertThatThrownBy(() -> new HookFile("ddevbak", Duration.ofHours(2)))
                .isInstanceOf(ScheduleRefusedException.class);
        assertThatThrownBy(() -> new HookFile("/a\nb", HookFile.LIMIT)).isInstanceOf(ScheduleRefusedException.class);
    }

    @Test
    void aCommandOfDdevsThatIsNotOursIsLeftAlone() throws Exception {
        BackupCommandFile command = new BackupCommandFile(folder.resolve("global"));
        command.install();
        assertThat(command.present()).isTrue();
        assertThat(command.remove()).isTrue();

        Files.writeString(command.path(), "#!/bin/sh\n");
        assertThatThrownBy(command::install).isInstanceOf(ScheduleRefusedException.class);
        assertThat(command.path()).hasContent("#!/bin/sh\n");
    }
}
