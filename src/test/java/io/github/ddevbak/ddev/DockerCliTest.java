package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.Answer.Trouble;
import io.github.ddevbak.ddev.DockerCli.Container;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerCliTest {

    @Test
    void theProjectsContainersAreReadWithTheirStates() {
        Scripted docker = Scripted.saying("""
                {"ID":"f","Names":"ddev-shop-web","State":"running"}
                {"Names":"ddev-shop-db","State":"Paused"}
                {"Names":["ddev-shop-redis"],"State":"exited"}
                """);
        assertThat(new DockerCli(docker, Sample.TIMEOUT).containers(Sample.SHOP).value())
                .contains(List.of(
                        new Container("ddev-shop-web", "running"),
                        new Container("ddev-shop-db", "paused"),
                        new Container("ddev-shop-redis", "exited")));
        assertThat(docker.only().command())
                .containsExactly(
                        "docker",
                        "ps",
                        "-a",
                        "--no-trunc",
                        "--filter",
                        "label=com.ddev.site-name=shop",
                        "--format",
                        "{{json .}}");
    }

    @Test
    void aStoppedProjectHasNoContainers() {
        assertThat(new DockerCli(Scripted.saying("\n"), Sample.TIMEOUT)
                        .containers(Sample.SHOP)
                        .value())
                .contains(List.of());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ddev-shop-web running",
                "{\"Names\":\"ddev-shop-web\"}",
                "{\"Names\":\"--all\",\"State\":\"running\"}",
                "{\"State\":\"running\"}"
            })
    void aLineThatIsNoContainerSpoilsTheAnswer(String line) {
        assertThat(new DockerCli(Scripted.saying(line + "\n"), Sample.TIMEOUT)
                        .containers(Sample.SHOP)
                        .value())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cannot connect to the Docker daemon at unix:///var/run/docker.sock. Is the docker daemon running?",
                "permission denied while trying to connect to the Docker daemon socket at unix:///var/run/docker.sock"
            })
    void dockerThatDoesNotAnswerIsToldFromOtherTroubles(String words) {
        Scripted docker = Scripted.answering(ProcessResult.exited(1, "", words + "\n"));
        assertThat(Sample.refused(new DockerCli(docker, Sample.TIMEOUT).containers(Sample.SHOP)))
                .isEqualTo(new Answer.Refused<>(Trouble.DOCKER_DOWN, words));
    }

    @Test
    void aMissingDockerIsSaidToBeMissing() {
        Scripted docker = Scripted.answering(Sample.ended(new Ending.NotStarted("docker is not installed")));
        assertThat(Sample.refused(new DockerCli(docker, Sample.TIMEOUT).containers(Sample.SHOP))
                        .trouble())
                .isEqualTo(Trouble.NOT_INSTALLED);
    }

    @Test
    void puttingBackIsNotCutShortByACancellation() {
        Scripted docker = Scripted.saying("", "");
        DockerCli cli = new DockerCli(docker, Sample.TIMEOUT);
        cli.stop(List.of("ddev-shop-web", "ddev-shop-db"));
        cli.pause(List.of("ddev-shop-db"));
        assertThat(docker.typed())
                .containsExactly("docker stop ddev-shop-web ddev-shop-db", "docker pause ddev-shop-db");
        assertThat(docker.asked()).allMatch(Invocation::sheltered);
    }

    @Test
    void noContainersAskNobody() {
        DockerCli cli = new DockerCli(Scripted.saying(), Sample.TIMEOUT);
        assertThat(cli.stop(List.of()).ok()).isTrue();
        assertThat(cli.pause(List.of()).ok()).isTrue();
    }
}
