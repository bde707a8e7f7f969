package io.github.ddevbak.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.process.Cancellation;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.process.SystemProcessRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SampleProjectsTest {
    @TempDir
    Path folder;

    private SystemProcessRunner runner;
    private RealGit git;

    @BeforeEach
    void createUnderAUserWhoseGitConfigurationWouldSpoilIt() throws IOException {
        Path configuration = folder.resolve("gitconfig");
        Files.writeString(
                configuration, "[commit]\n\tgpgsign = true\n[user]\n\tname = Somebody\n[core]\n\tautocrlf = true\n");
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put("GIT_CONFIG_GLOBAL", configuration.toString());
        environment.put("GIT_DIR", folder.resolve("elsewhere").toString());
        runner = new SystemProcessRunner(new Cancellation(), environment);
        git = new RealGit(runner, folder.resolve("my sample/projects"));
        SampleProjects.create(folder.resolve("my sample"), runner, RecordedWorld.CLOCK);
    }

    @Test
    void aSampleIsThereOnceItIsWhole() {
        assertThat(SampleProjects.exists(folder.resolve("my sample"))).isTrue();
        assertThat(SampleProjects.exists(folder)).isFalse();
    }

    @Test
    void theShopHasOneCommitThatItsRemoteLacks() {
        assertThat(git.asked("shop", "rev-list", "--count", "origin/main..main"))
                .isEqualTo("1");
        assertThat(git.asked("shop", "log", "-1", "--format=%an %s")).isEqualTo("Sample Prices with tax");
    }

    @Test
    void theOthersArePushedAndAllAreClean() {
        for (String name : new String[] {"shop", "blog", "nodb"}) {
            assertThat(git.asked(name, "status", "--porcelain")).as(name).isEmpty();
            assertThat(git.asked(name, "remote", "get-url", "origin")).endsWith("/remotes/" + name + ".git");
        }
        assertThat(git.asked("blog", "rev-list", "--count", "origin/main..main"))
                .isEqualTo("0");
        assertThat(git.asked("nodb", "rev-list", "--count", "origin/main..main"))
                .isEqualTo("0");
    }

    @Test
    void secretsAndUploadsAreThereAndNotInGit() {
        assertThat(git.asked("shop", "status", "--porcelain", "--ignored"))
                .contains("!! .env", "!! .ddev/config.local.yaml", "!! web/sites/default/files/");
    }

    @Test
    void theSimulatedDdevKnowsTheProjectsAsTheSampleTellsThem() {
        SimulatedDdev ddev = new SimulatedDdev(
                SampleProjects.home(folder.resolve("my sample")), runner, RecordedWorld.CLOCK, Faults.NONE);

        ProcessResult list = ddev.run(Invocation.of("ddev", "list", "-j", "--skip-hooks"));

        assertThat(list.stdout())
                .containsPattern("\"name\":\"blog\".*\"status\":\"stopped\".*\"type\":\"wordpress\"")
                .containsPattern("\"name\":\"nodb\".*\"status\":\"running\".*\"type\":\"php\"")
                .containsPattern("\"name\":\"shop\".*\"status\":\"running\".*\"type\":\"drupal11\"");
    }

    @Test
    void startingTheBlogLeavesItsWorkingTreeClean() {
        SimulatedDdev ddev = new SimulatedDdev(
                SampleProjects.home(folder.resolve("my sample")), runner, RecordedWorld.CLOCK, Faults.NONE);

        ddev.run(Invocation.of("ddev", "start", "-y", "--skip-hooks", "blog"));

        assertThat(folder.resolve("my sample/projects/blog/wp-config-ddev.php")).exists();
        assertThat(git.asked("blog", "status", "--porcelain")).isEmpty();
    }
}
