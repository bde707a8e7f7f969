package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.ddevbak.project.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no remote has of files in Git LFS comes back from the set, by the commands that its guide prints. */
class RescueLargeFilesTest {
    @TempDir
    Path folder;

    private RescueWorld world;

    @BeforeEach
    void aProjectWithTwoPushedFilesInGitLfs() throws IOException, InterruptedException {
        assumeTrue(Shell.run(folder, Map.of("PATH", System.getenv("PATH")), "bash", "-c", "command -v git-lfs")
                        .exit()
                == 0);
        world = new RescueWorld(folder);
        world.shell(world.shop(), """
                git lfs install > /dev/null
                echo '*.bin filter=lfs diff=lfs merge=lfs -text' > .gitattributes
                echo one > one.bin
                echo two > two.bin
                git add .
                git commit -qm large
                git push -q origin main
                """);
    }

    /** Names, modes and contents as they are checked out, which git would compare through its filters. */
    private String contents(Path of) {
        return world.shell(
                of,
                "find . -path ./.git -prune -o -type f -printf '%m %p\\n' | sort;"
                        + "find . -path ./.git -prune -o -type f -print0 | sort -z | xargs -0 sha256sum");
    }

    private void comesBack() throws IOException {
        String contents = contents(world.shop());
        InProcess run = world.rescue();
        assertThat(run.part("shop", "code")).as(run.out() + run.err()).isEqualTo("ok");
        assertThat(run.exit()).as(run.out() + run.err()).isZero();

        world.loseAndRestore();

        assertThat(contents(world.shop())).isEqualTo(contents);
        assertThat(world.git(world.shop(), "rev-parse HEAD"))
                .isEqualTo(world.git(world.lost("shop"), "rev-parse HEAD"));
        world.shell(world.shop(), "git lfs fsck --objects HEAD > /dev/null");
    }

    @Test
    void commitsThatWereNotPushedComeBackWithTheirContents() throws IOException {
        world.shell(world.shop(), """
                echo three > three.bin
                echo new one > one.bin
                git add .
                git commit -qm more
                git checkout -q -b beside
                echo beside > beside.bin
                git add .
                git commit -qm beside
                git checkout -q main
                """);

        comesBack();

        world.shell(world.shop(), "git checkout -q beside");
        assertThat(world.shop().resolve("beside.bin")).hasContent("beside");
    }

    @Test
    void changesOfEveryKindComeBackAsTheyWere() throws IOException {
        world.shell(world.shop(), """
                echo four > four.bin
                echo five > five.bin
                git add .
                git commit -qm more
                echo changed > one.bin
                rm two.bin
                git mv four.bin moved.bin
                echo staged > staged.bin
                git add staged.bin
                echo overtaken > five.bin
                git add five.bin
                echo later > five.bin
                echo untracked > untracked.bin
                echo text >> text
                """);

        comesBack();

        assertThat(world.shell(world.shop(), "git show :five.bin | git lfs smudge"))
                .isEqualTo("overtaken\n");
    }

    @Test
    void contentsThatAPushDidNotSendComeBackWithTheCommitsOfTheRemote() throws IOException {
        world.shell(world.shop(), """
                echo three > three.bin
                echo new one > one.bin
                git add .
                git commit -qm more
                git push -q --no-verify origin main
                """);

        comesBack();
    }

    @Test
    void aStashComesBackWithItsContent() throws IOException {
        world.shell(world.shop(), "echo aside > one.bin; git stash -q");

        comesBack();

        world.shell(world.shop(), "git stash pop -q");
        assertThat(world.shop().resolve("one.bin")).hasContent("aside");
    }

    @Test
    void withoutARemoteEveryContentIsInTheSet() throws IOException {
        world.shell(world.shop(), "git remote remove origin; echo changed > one.bin");

        comesBack();
    }

    @Test
    void whatIsMoreThanTheLimitStaysALossAndIsNamed() throws IOException {
        world.shell(world.shop(), """
                head -c 300000 /dev/urandom > large.bin
                echo small > small.bin
                git add .
                git commit -qm more
                """);

        InProcess run = world.rescue("--rescue-max", "100K");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(RescueWorld.findings(run))
                .contains("loss code.lfs-not-pushed", "warning code.unpushed-branch", "loss code.rescue-left-out");
        assertThat(run.out()).contains("large.bin in Git LFS: 300.0 kB");
        assertThat(world.shell(world.set(), "find code/lfs -type f | wc -l").strip())
                .isEqualTo("1");
    }

    @Test
    void aDamagedContentIsNotSavedAsIfItWereWhole() throws IOException {
        world.shell(world.shop(), """
                echo three > three.bin
                git add .
                git commit -qm more
                rm three.bin
                oid=$(git show :three.bin | sed -n 's/^oid sha256://p')
                rm -f .git/lfs/objects/*/*/$oid
                echo THREE > .git/lfs/objects/$(echo $oid | cut -c1-2)/$(echo $oid | cut -c3-4)/$oid
                """);

        InProcess run = world.rescue();

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out()).contains("three.bin in Git LFS: its content is damaged");
        assertThat(world.shell(world.set(), "find code -path '*lfs*' -type f")).isEmpty();
    }

    @Test
    void whatALinkedWorkTreeHasComesBackWithItsContents() throws IOException {
        world.shell(world.shop(), """
                git worktree add -q ../linked -b beside
                cd ../linked
                echo three > three.bin
                git add .
                git commit -qm three
                echo staged > staged.bin
                git add staged.bin
                echo changed > one.bin
                echo untracked > untracked.bin
                """);
        Path linked = world.folder().resolve("linked");
        String contents = contents(linked);

        assertThat(world.rescue().exit()).isZero();
        assertThat(Files.readString(world.set().resolve("RESTORE.md"))).contains("1 content of files in Git LFS");
        world.loseAndRestore();

        assertThat(contents(linked).replaceAll(".* \\./\\.git\n", ""))
                .isEqualTo(contents.replaceAll(".* \\./\\.git\n", ""));
        assertThat(world.shell(linked, "git show :staged.bin | git lfs smudge")).isEqualTo("staged\n");
    }

    @Test
    void whatASubmoduleAndARepositoryInsideHaveComesBackWithItsContents() throws IOException {
        String large = """
                git lfs install --local > /dev/null
                echo '*.bin filter=lfs diff=lfs merge=lfs -text' > .gitattributes
                echo one > one.bin
                git add .
                git commit -qm one
                git push -q origin HEAD:main
                echo three > three.bin
                git add .
                git commit -qm three
                echo staged > staged.bin
                git add staged.bin
                echo changed > one.bin
                """;
        world.shell(world.shop(), """
                git init -q --bare ../library.git
                git init -q --bare ../mine.git
                git clone -q ../library.git ../library 2> /dev/null
                cd ../library
                echo 1 > lib
                git add .
                git commit -qm lib
                git push -q origin main
                cd ../shop
                git submodule --quiet add "$PWD/../library.git" lib
                git commit -qm lib
                git push -q origin main
                git clone -q "$PWD/../mine.git" mine 2> /dev/null
                """);
        for (String each : List.of("lib", "mine")) {
            world.shell(world.shop().resolve(each), large);
        }
        String lib = contents(world.shop().resolve("lib"));
        String mine = contents(world.shop().resolve("mine"));

        InProcess run = world.rescue();
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        world.loseAndRestore();

        for (String each : List.of("lib", "mine")) {
            Path place = world.shop().resolve(each);
            assertThat(contents(place).replaceAll(".* \\./\\.git\n", ""))
                    .as(each)
                    .isEqualTo((each.equals("lib") ? lib : mine).replaceAll(".* \\./\\.git\n", ""));
            assertThat(world.shell(place, "git show :staged.bin | git lfs smudge"))
                    .isEqualTo("staged\n");
        }
    }
}
