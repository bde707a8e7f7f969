package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Code comes back from the remotes and the set by {@code restore --code}, and nothing of the user's is moved. */
class RestoreCodeTest {
    @TempDir
    Path folder;

    private RescueWorld world;

    @BeforeEach
    void aProjectWithARemote() throws IOException {
        world = new RescueWorld(folder);
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(RescueStates.class)
    void aFolderThatIsGoneComesBackWhole(String name, String script) throws IOException {
        world.shell(world.shop(), script);
        String tree = world.tree(world.shop());
        String linked = Files.isDirectory(folder.resolve("linked"))
                ? world.tree(world.folder().resolve("linked"))
                : "";
        assertThat(world.rescue().exit()).isZero();
        lose();

        InProcess run = restore();

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(world.tree(world.shop())).isEqualTo(tree);
        if (!linked.isEmpty()) {
            assertThat(world.tree(world.folder().resolve("linked"))).isEqualTo(linked);
        }
        if (Files.isDirectory(world.lost("shop").resolve(".git"))) {
            String refs = "for-each-ref --format='%(refname) %(objectname)' refs/heads refs/tags";
            assertThat(world.git(world.shop(), refs).lines())
                    .containsAll(world.git(world.lost("shop"), refs).lines().toList());
            String stashes = "stash list --format='%H %gs'";
            assertThat(world.git(world.shop(), stashes)).isEqualTo(world.git(world.lost("shop"), stashes));
            String head = "rev-parse --quiet --verify HEAD || true";
            assertThat(world.git(world.shop(), head)).isEqualTo(world.git(world.lost("shop"), head));
        }
    }

    @Test
    void refsOfOtherKindsComeBackUnderTheirNames() throws IOException {
        world.shell(world.shop(), RescueTest.OTHER_REFS);
        String refs = "for-each-ref --format='%(refname) %(objectname)' refs/wip refs/original refs/notes";
        String before = world.git(world.shop(), refs);
        world.rescue();
        lose();

        assertThat(restore().exit()).isZero();

        assertThat(world.git(world.shop(), refs)).isEqualTo(before).isNotEmpty();
    }

    @Test
    void aBranchThatHasOtherCommitsNowIsLeftAloneAndTheOldOnesAreBesideIt() throws IOException {
        world.shell(world.shop(), "echo mine > text; git commit -qam mine");
        String lost = world.git(world.shop(), "rev-parse HEAD");
        world.rescue();
        world.shell(world.shop(), "git reset -q --hard HEAD~1; echo other > text; git commit -qam other");
        String other = world.git(world.shop(), "rev-parse HEAD");

        InProcess run = restore();

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains("was left alone");
        assertThat(world.git(world.shop(), "rev-parse main")).isEqualTo(other);
        assertThat(world.git(world.shop(), "for-each-ref refs/ddevbak")).contains(lost);
        assertThat(world.shop().resolve("text")).hasContent("other");
    }

    @Test
    void aPatchThatDoesNotFitIsToldAndNotHalfApplied() throws IOException {
        world.shell(world.shop(), "echo changed > text; echo changed > run");
        world.rescue();
        world.shell(world.shop(), "git checkout -q .; echo different > text");

        InProcess run = restore();

        assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(3);
        assertThat(run.err()).contains("the patch does not fit what is there");
        assertThat(world.shop().resolve("text")).hasContent("different");
        assertThat(world.shop().resolve("run")).hasContent("run");
    }

    @Test
    void lostChangesComeBackIntoTheFolderThatIsThere() throws IOException {
        world.shell(world.shop(), "echo changed > text; echo new > new; git stash -q; echo again > text; echo n > n");
        String tree = world.tree(world.shop());
        world.rescue();
        world.shell(world.shop(), "git checkout -q .; git clean -fdq; git stash drop -q");

        InProcess run = restore();

        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(world.tree(world.shop())).isEqualTo(tree);
        assertThat(world.git(world.shop(), "stash list")).isNotEmpty();
    }

    @Test
    void aLinkedWorkTreeBesideTheProjectIsToldWhereTheProjectIsPutElsewhere() throws IOException {
        world.shell(world.shop(), "git worktree add -q ../linked -b beside; echo more >> ../linked/index.php");
        world.rescue();
        lose();

        InProcess run = restore("--into", folder.resolve("elsewhere").toString());

        assertThat(run.err())
                .contains("linked work tree " + world.folder().resolve("linked"))
                .contains("lay outside the project");
        assertThat(folder.resolve("elsewhere/.git")).isDirectory();
        assertThat(world.folder().resolve("linked")).doesNotExist();
    }

    private void lose() throws IOException {
        Files.createDirectories(world.folder().resolve("lost"));
        world.shell(world.folder(), "for each in shop linked; do [ ! -e $each ] || mv $each lost/; done");
    }

    private InProcess restore(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "restore",
                "shop",
                "--code",
                "--yes",
                "--dest",
                world.folder().resolve("backups").toString()));
        words.addAll(List.of(more));
        return world.run(words.toArray(String[]::new));
    }
}
