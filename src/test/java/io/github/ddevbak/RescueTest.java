package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** What no remote has comes back from the set alone, by the commands that its guide prints. */
class RescueTest {
    static final String OTHER_REFS = """
            git checkout -q --detach
            echo more >> text
            git commit -qam more
            git update-ref refs/wip/menu HEAD
            echo more >> text
            git commit -qam more
            git update-ref refs/original/refs/heads/main HEAD
            git tag -a -m marked mark
            git update-ref refs/wip/marked mark
            git tag -d mark
            git checkout -q main
            git notes add -m 'a note'
            """;

    @TempDir
    Path folder;

    private RescueWorld world;

    @BeforeEach
    void aProjectWithARemote() throws IOException {
        world = new RescueWorld(folder);
    }

    @ParameterizedTest(name = "{0}")
    @ArgumentsSource(RescueStates.class)
    void everythingComesBack(String name, String script) throws IOException {
        world.shell(world.shop(), script);
        String tree = world.tree(world.shop());
        String linked = Files.isDirectory(folder.resolve("linked"))
                ? world.tree(world.folder().resolve("linked"))
                : "";

        InProcess run = world.rescue();
        assertThat(run.part("shop", "code")).as(run.out() + run.err()).isEqualTo("ok");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        world.loseAndRestore();

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
    void filesOfARepositoryInATrackedFolderComeBackAsTheyWereThere() throws IOException {
        world.shell(world.shop(), """
                mkdir mine
                echo 1 > mine/own
                git add mine
                git commit -qm mine
                git push -q origin main
                git init -q --bare ../mine.git
                git init -q mine
                cd mine
                echo /built > .gitignore
                git add .
                git commit -qm pushed
                git remote add origin "$PWD/../../mine.git"
                git push -q -u origin main
                echo 2 > own
                git commit -qam 'not pushed'
                echo 3 > own
                git add own
                echo 4 > own
                echo new > new
                """);
        Path mine = world.shop().resolve("mine");
        String staged = world.git(mine, "show :own");
        String commits = world.git(mine, "log --format=%H");

        assertThat(world.rescue().exit()).isZero();
        world.loseAndRestore();

        assertThat(mine.resolve("own")).hasContent("4");
        assertThat(mine.resolve("new")).hasContent("new");
        assertThat(world.git(mine, "show :own")).isEqualTo(staged).isEqualTo("3");
        assertThat(world.git(mine, "log --format=%H")).isEqualTo(commits);
        assertThat(world.git(mine, "symbolic-ref HEAD")).isEqualTo("refs/heads/main");
    }

    @Test
    void refsOfOtherKindsComeBackUnderTheirNames() throws IOException {
        world.shell(world.shop(), OTHER_REFS);
        String refs = "for-each-ref --format='%(refname) %(objectname)' refs/wip refs/original refs/notes";
        String before = world.git(world.shop(), refs);

        assertThat(world.rescue().exit()).isZero();
        world.loseAndRestore();

        assertThat(world.git(world.shop(), refs)).isEqualTo(before).contains("refs/original/refs/heads/main");
    }

    @Test
    void theGuideSaysHowFarARebaseWas() throws IOException {
        world.shell(world.shop(), """
                git checkout -q -b other
                echo theirs > text
                git commit -qam theirs
                git checkout -q main
                echo ours > text
                git commit -qam ours
                git rebase -q other || true
                """);

        world.rescue();

        assertThat(Files.readString(world.set().resolve("RESTORE.md")))
                .contains("When the set was made: A rebase is in progress: of branch main onto "
                        + world.git(world.shop(), "rev-parse other").substring(0, 10)
                        + ", at step 1 of 1 (0 left after it). It is not taken up again");
    }

    @Test
    void whatIsStagedIsStagedAgainBesideWhatChangedAfterwards() throws IOException {
        world.shell(world.shop(), "echo staged > text; git add .; echo changed > text");

        world.rescue();
        world.loseAndRestore();

        assertThat(world.git(world.shop(), "show :text")).isEqualTo("staged");
        assertThat(world.shop().resolve("text")).hasContent("changed");
    }

    @Test
    void aCleanProjectHasNothingToRescueAndNothingToBeTold() throws IOException {
        InProcess run = world.rescue();

        assertThat(run.exit()).isZero();
        assertThat(world.set().resolve("code")).doesNotExist();
        assertThat(RescueWorld.findings(run)).containsExactly("warning code.remote-on-this-disk");
    }

    @Test
    void aBundleStandsOnTheUsualBranchSoThatABranchDeletedOnTheRemoteDoesNotSpoilIt() throws IOException {
        world.shell(world.shop(), """
                git checkout -q -b feature
                echo more >> text
                git commit -qam more
                git push -q origin feature
                echo still more >> text
                git commit -qam 'still more'
                git -C ../origin.git branch -q -D feature
                git -C ../origin.git gc -q --prune=now
                """);
        String tree = world.tree(world.shop());

        world.rescue();
        world.loseAndRestore();

        assertThat(world.tree(world.shop())).isEqualTo(tree);
    }

    @Test
    void whatIsMoreThanTheLimitStaysALossAndIsNamed() throws IOException {
        world.shell(world.shop(), "echo small > small; head -c 300000 /dev/urandom > large; echo more > text");

        InProcess run = world.rescue("--rescue-max", "100K");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(RescueWorld.findings(run))
                .contains("loss code.untracked", "warning code.unstaged", "loss code.rescue-left-out");
        assertThat(run.out()).contains("large (300000 bytes)");
        assertThat(world.shell(world.set(), "tar tzf code/untracked.tar.gz")).isEqualTo("small\n");
    }

    @Test
    void aLimitOfNothingLeavesEverythingOut() throws IOException {
        world.shell(world.shop(), "echo more >> text; git commit -qam more; echo x > text; echo new > new");

        InProcess run = world.rescue("--rescue-max", "0");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(RescueWorld.findings(run))
                .contains(
                        "loss code.unpushed-branch",
                        "loss code.unstaged",
                        "loss code.untracked",
                        "loss code.rescue-left-out");
        assertThat(world.set().resolve("code")).doesNotExist();
    }

    @Test
    void aHistoryThatIsTooLongIsLeftOutAndNoPartOfItIsKept() throws IOException {
        world.shell(
                world.shop(), "head -c 300000 /dev/urandom > large; git add .; git commit -qm large; echo x > text");

        InProcess run = world.rescue("--rescue-max", "100K");

        assertThat(RescueWorld.findings(run)).contains("loss code.unpushed-branch", "warning code.unstaged");
        assertThat(world.set().resolve("code/unpushed.bundle")).doesNotExist();
        assertThat(world.set().resolve("code/worktree.patch")).exists();
    }

    @Test
    void aFileThatCannotBeSavedByItsPatchIsSavedAsItIs() throws IOException {
        world.shell(world.shop(), """
                echo 'secret filter=mine' > .gitattributes
                git config filter.mine.clean 'tr a-z A-Z'
                git config filter.mine.smudge 'tr A-Z a-z'
                echo quiet > secret
                git add .
                git commit -qm secret
                git push -q origin main
                git config --unset filter.mine.clean
                echo loud > secret
                """);

        world.rescue();
        world.loseAndRestore();

        assertThat(world.shop().resolve("secret")).hasContent("loud");
    }

    @Test
    void nothingThatARepositoryNamesIsRun() throws IOException {
        world.shell(world.shop(), """
                canary='touch "%s/canary"; false'
                for name in core.fsmonitor core.sshCommand core.editor core.pager core.askPass diff.external gpg.program \\
                    diff.mine.textconv diff.mine.command filter.mine.clean filter.mine.smudge filter.mine.process \\
                    core.alternateRefsCommand uploadpack.packObjectsHook credential.helper alias.diff-index; do
                  git config $name "$canary"
                done
                git config filter.mine.required true
                git config log.showSignature true
                for hook in post-index-change reference-transaction post-checkout pre-auto-gc fsmonitor-watchman; do
                  printf '#!/bin/sh\\n%%s\\n' "$canary" > .git/hooks/$hook
                  chmod +x .git/hooks/$hook
                done
                echo '* filter=mine diff=mine' > .gitattributes
                echo more >> text
                echo new > new
                """.formatted(world.folder()));

        InProcess run = world.rescue();

        assertThat(world.folder().resolve("canary")).doesNotExist();
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
    }

    @Test
    void theRepositoryIsLeftAsItWas() throws IOException {
        world.shell(world.shop(), """
                echo more >> text
                git commit -qam more
                echo staged > run
                git add .
                echo changed > run
                echo new > new
                git update-index --assume-unchanged text
                echo hidden > text
                """);
        String all =
                "find .git -printf '%p %T@ %s %m\\n' | sort; find .git -type f -print0 | sort -z | xargs -0 sha256sum";
        String before = world.shell(world.shop(), all);

        world.rescue();

        assertThat(world.shell(world.shop(), all)).isEqualTo(before);
    }

    @Test
    void nothingOfOursIsLeftBesideTheArtefacts() throws IOException {
        world.shell(world.shop(), "echo more >> text; git commit -qam more; echo x > text; echo new > new");

        world.rescue();

        assertThat(world.shell(world.set(), "find . -mindepth 1 | sort")).isEqualTo("""
                        ./MANIFEST.sha256
                        ./RESTORE.md
                        ./code
                        ./code/unpushed.bundle
                        ./code/untracked.tar.gz
                        ./code/worktree.patch
                        ./set.json
                        """);
    }

    @Test
    void aRunThatIsCancelledKeepsNoSetAndNothingOfItsOwn() throws IOException {
        world.shell(world.shop(), "echo more >> text; git commit -qam more");
        world.cancellation().request();

        world.rescue();

        assertThat(world.shell(world.folder(), "find backups -name '*Z*' 2>/dev/null || true"))
                .isEmpty();
    }

    @Test
    void withoutTheWishEverythingIsOnlyTold() throws IOException {
        world.shell(world.shop(), "echo more >> text; git commit -qam more");

        InProcess run = world.run(
                "all",
                "--only",
                "code",
                "--no-rescue",
                "--json",
                "--project-dir",
                world.shop().toString(),
                "--dest",
                world.folder().resolve("backups").toString());

        assertThat(run.part("shop", "code")).isEqualTo("at-risk");
        assertThat(world.set().resolve("code")).doesNotExist();
    }
}
