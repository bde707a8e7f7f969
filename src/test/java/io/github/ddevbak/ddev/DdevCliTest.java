package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.ddev.Answer.Refused;
import io.github.ddevbak.ddev.Answer.Trouble;
import io.github.ddevbak.process.Ending;
import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.ProcessResult;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DdevCliTest {
    private static final String EMPTY = "{\"level\":\"info\",\"msg\":\"No DDEV projects were found.\",\"raw\":[]}";
    private static final String ONE =
            "{\"level\":\"info\",\"msg\":\"\",\"raw\":[{\"name\":\"shop\",\"status\":\"running\",\"approot\":\"/p/shop\"}]}";
    private static final Listed SHOP = new Listed("shop", "running", "/p/shop", "", "");

    @Test
    void everyCallIsQuietAndNeverReadsATerminal() {
        Scripted ddev = Scripted.saying(ONE);
        new DdevCli(ddev, Duration.ofSeconds(7)).list();
        assertThat(ddev.only().environment())
                .containsEntry("NO_COLOR", "1")
                .containsEntry("DDEV_NO_INSTRUMENTATION", "true")
                .containsEntry("DDEV_NONINTERACTIVE", "true")
                .containsEntry("CI", "true")
                .containsEntry("DDEV_NO_TUI", "true")
                .containsEntry("DDEV_DEBUG", "")
                .containsEntry("DDEV_VERBOSE", "")
                .containsEntry("DDEV_GOROUTINES", "")
                .containsEntry("DDEV_DB_CONTAINER_COMMAND", "");
        assertThat(ddev.only().input()).isEqualTo(new Input.Nothing());
        assertThat(ddev.only().timeout()).isEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void theVersionIsTheOneDdevSaysOfItself() {
        Scripted ddev = Scripted.answering(Recording.of("001-version-flag"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).version().value()).contains(new DdevVersion(1, 25, 3, "v1.25.3"));
        assertThat(ddev.typed()).containsExactly("ddev --version");
    }

    @Test
    void aNoticeOfANewerVersionIsNotTakenForTheOwn() {
        Scripted ddev = Scripted.saying("Upgraded ddev version v1.26.0 is available!\r\nddev version v1.24.8\r\n");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).version().value().map(DdevVersion::text))
                .contains("v1.24.8");
    }

    @Test
    void aVersionThatCannotBeReadIsARefusal() {
        assertThat(new DdevCli(Scripted.saying("ddev version unknown\n"), Sample.TIMEOUT).version())
                .isEqualTo(new Refused<>(Trouble.OTHER, "ddev --version gave no answer that can be read"));
    }

    @Test
    void aMissingDdevIsSaidToBeMissing() {
        Scripted ddev = Scripted.answering(Sample.ended(new Ending.NotStarted("ddev is not installed")));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).version())
                .isEqualTo(new Refused<>(Trouble.NOT_INSTALLED, "ddev is not installed"));
    }

    @Test
    void rootIsTold() {
        Scripted ddev = Scripted.answering(Recording.of("967-as-root"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).version())
                .isEqualTo(new Refused<>(
                        Trouble.ROOT,
                        "DDEV is not designed to be run with root privileges, please run as normal user and without"
                                + " sudo"));
    }

    @Test
    void thePlatformNamesDdevsGlobalFolder() {
        Scripted ddev = Scripted.answering(Recording.of("003-version-j"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).platform().value())
                .contains(new DdevPlatform(
                        "v1.25.3", "linux-docker", Optional.of(Path.of("/home/user/.ddev")), Optional.empty()));
        assertThat(ddev.typed()).containsExactly("ddev version -j");
    }

    @Test
    void thePlatformIsKnownThoughDockerIsDownAndDdevExitsOne() {
        Scripted ddev = Scripted.answering(Recording.of("931-dockerdown-version-j"));
        DdevPlatform platform =
                new DdevCli(ddev, Sample.TIMEOUT).platform().value().orElseThrow();
        assertThat(platform.globalDir()).contains(Path.of("/home/user/.ddev"));
        assertThat(platform.dockerError())
                .hasValueSatisfying(why -> assertThat(why)
                        .contains("failed to connect to the docker API")
                        .doesNotContain("For help"));
    }

    @Test
    void dockerMarkedAsAnErrorIsDownEvenWithExitZero() {
        Scripted ddev = Scripted.saying("{\"raw\":{\"DDEV version\":\"v1.25.3\",\"docker-platform\":\"error\"}}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .platform()
                        .value()
                        .orElseThrow()
                        .dockerError())
                .contains("docker does not answer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"relative/.ddev", "", "/with\\u0000nul"})
    void aGlobalFolderThatIsNoAbsolutePathIsNone(String folder) {
        Scripted ddev = Scripted.saying("{\"raw\":{\"global-ddev-dir\":\"" + folder + "\"}}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .platform()
                        .value()
                        .orElseThrow()
                        .globalDir())
                .isEmpty();
    }

    @Test
    void theListHasEveryProjectWithItsState() {
        Scripted ddev = Scripted.answering(Recording.of("011-list-j"));
        DdevList list = new DdevCli(ddev, Sample.TIMEOUT).list().value().orElseThrow();
        assertThat(list.projects())
                .extracting(Listed::name)
                .containsExactly("big", "blog", "nodb", "pgapp", "shop", "sleepy");
        assertThat(list.projects())
                .contains(
                        new Listed("blog", "running", "/home/user/projects/my blog", "wordpress", ""),
                        new Listed("pgapp", "running", "/home/user/projects/pgapp", "php", "public"),
                        new Listed("sleepy", "stopped", "/home/user/projects/sleepy", "php", ""));
        assertThat(list.nulls()).isZero();
        assertThat(ddev.typed()).containsExactly("ddev list -j --skip-hooks");
    }

    @Test
    void aProjectWhoseFolderIsGoneIsListedWithDdevsWordForIt() {
        Scripted ddev = Scripted.answering(Recording.of("801-gone-running-list-j"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .list()
                        .value()
                        .orElseThrow()
                        .projects())
                .contains(new Listed("gone", "project directory missing", "/home/user/projects/gone", "php", ""));
    }

    @Test
    void whatDdevLeftOutOfItsListIsAWarning() {
        Scripted ddev = Scripted.answering(Recording.of("853-list-j-broken-config-yaml"));
        Answer<DdevList> answer = new DdevCli(ddev, Sample.TIMEOUT).list();
        assertThat(Sample.said(answer).warnings())
                .singleElement()
                .asString()
                .startsWith("Something went wrong with /home/user/projects/sleepy: ");
    }

    @Test
    void noiseAroundTheAnswerIsNotPartOfIt() {
        Scripted ddev = Scripted.saying("hook: warming up\r\n{\"not\":\"an answer\"}\r\n{broken\r\n"
                + "{\"level\":\"info\",\"msg\":\"Network ddev_default created\"}\r\n"
                + "pre-describe says hello" + ONE + "....\r\n[1,2]\r\n\"text\"\r\nbye\r\n");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).contains(new DdevList(List.of(SHOP), 0));
    }

    @Test
    void anotherCommandsAnswerIsNotTakenForTheList() {
        Scripted ddev = Scripted.saying("{\"raw\":[{\"name\":\"shop\"}]}\n{\"raw\":{\"name\":\"notice\"}}\n");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .list()
                        .value()
                        .orElseThrow()
                        .projects())
                .extracting(Listed::name)
                .containsExactly("shop");
    }

    @Test
    void anEntryThatIsNoProjectIsCountedAndTheOthersAreRead() {
        Scripted ddev = Scripted.saying("{\"raw\":[null,{\"name\":\"shop\",\"status\":\"running\","
                + "\"approot\":\"/p/shop\"},null,\"text\"]}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).contains(new DdevList(List.of(SHOP), 3));
    }

    @Test
    void fieldsOfAnotherTypeAreEmptyOnes() {
        Scripted ddev = Scripted.saying(
                "{\"raw\":[{\"name\":{\"a\":1},\"status\":null,\"approot\":[\"/p\"],\"type\":7,\"docroot\":true}]}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .list()
                        .value()
                        .orElseThrow()
                        .projects())
                .containsExactly(new Listed("", "", "", "7", "true"));
    }

    @Test
    void anEmptyListIsAskedForOnceMore() {
        Scripted ddev = Scripted.saying(EMPTY, ONE);
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).contains(new DdevList(List.of(SHOP), 0));
        assertThat(ddev.asked()).hasSize(2);
    }

    @Test
    void aListThatIsEmptyTwiceIsEmpty() {
        Scripted ddev = Scripted.saying("{\"raw\":null}", EMPTY);
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).contains(new DdevList(List.of(), 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"932-dockerdown-list-j", "933-dockerdown-list", "964-docker-permission-denied"})
    void dockerThatDoesNotAnswerIsToldFromOtherTroubles(String recording) {
        Scripted ddev = Scripted.answering(Recording.of(recording));
        Refused<DdevList> refused = Sample.refused(new DdevCli(ddev, Sample.TIMEOUT).list());
        assertThat(refused.trouble()).isEqualTo(Trouble.DOCKER_DOWN);
        assertThat(refused.why()).contains("docker API at unix:///var/run/docker.sock");
    }

    @Test
    void aCorruptRegistryIsRefusedInDdevsWords() {
        Scripted ddev = Scripted.answering(Recording.of("970-list-j-project_list-yaml-corrupt"));
        Refused<DdevList> refused = Sample.refused(new DdevCli(ddev, Sample.TIMEOUT).list());
        assertThat(refused.trouble()).isEqualTo(Trouble.OTHER);
        assertThat(refused.why()).contains("unable to load DDEV global projects file");
    }

    @Test
    void exitZeroWithNothingButAnErrorIsNoAnswer() {
        Scripted ddev = Scripted.answering(
                ProcessResult.exited(0, "Something is wrong\n", "\u001b[31mFailed to list: no idea\u001b[0m\n"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list())
                .isEqualTo(
                        new Refused<>(Trouble.OTHER, "ddev gave no answer that can be read: Failed to list: no idea"));
    }

    @Test
    void aNonZeroExitIsNoAnswerThoughAListWasPrinted() {
        Scripted ddev = Scripted.answering(ProcessResult.exited(1, ONE, ""));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).isEmpty();
    }

    @Test
    void anAnswerLongerThanTheCaptureIsNotReadInPart() {
        ProcessResult cut = new ProcessResult(new Ending.Exited(0), ONE, true, "", Duration.ZERO);
        assertThat(Sample.refused(new DdevCli(Scripted.answering(cut), Sample.TIMEOUT).list())
                        .why())
                .contains("incomplete");
    }

    @Test
    void anAnswerNestedBeyondReasonIsNoAnswer() {
        Scripted ddev = Scripted.saying("{\"raw\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).list().value()).isEmpty();
    }

    @Test
    void aTimeOutAndACancellationAreToldApart() {
        Scripted ddev = Scripted.answering(
                Sample.ended(new Ending.TimedOut(Duration.ofMinutes(5))), Sample.ended(new Ending.Cancelled()));
        DdevCli cli = new DdevCli(ddev, Sample.TIMEOUT);
        assertThat(cli.list()).isEqualTo(new Refused<>(Trouble.TIMED_OUT, "no end within 5 min"));
        assertThat(cli.list()).isEqualTo(new Refused<>(Trouble.CANCELLED, "cancelled"));
    }

    @Test
    void aRunningProjectIsDescribedWithItsServerAndServices() {
        Scripted ddev = Scripted.answering(Recording.of("020-describe-j-shop-running"));
        Described shop =
                new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP).value().orElseThrow();
        assertThat(shop.status()).isEqualTo("running");
        assertThat(shop.database()).contains(Sample.MARIADB);
        assertThat(shop.databaseOmitted()).isFalse();
        assertThat(shop.serviceStatus()).containsEntry("db", "running").containsEntry("xhgui", "stopped");
        assertThat(ddev.typed()).containsExactly("ddev describe -j shop --skip-hooks");
    }

    @Test
    void postgresIsDescribedAsSuch() {
        Scripted ddev = Scripted.answering(Recording.of("022-describe-j-pgapp-running"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .describe(Sample.SHOP)
                        .value()
                        .flatMap(Described::database))
                .contains(Sample.POSTGRES);
    }

    @Test
    void aProjectWithoutADatabaseServiceHasNoneThoughDdevNamesAServer() {
        Scripted ddev = Scripted.answering(Recording.of("023-describe-j-nodb-running"));
        Described nodb =
                new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP).value().orElseThrow();
        assertThat(nodb.database()).isEmpty();
        assertThat(nodb.databaseOmitted()).isTrue();
    }

    @Test
    void containersThatAreFrozenOrEndedAreSeen() {
        Scripted ddev = Scripted.answering(
                Recording.of("031g-describe-j-blog-docker-paused"), Recording.of("031i-describe-j-only-db-stopped"));
        DdevCli cli = new DdevCli(ddev, Sample.TIMEOUT);
        assertThat(cli.describe(Sample.SHOP).value().orElseThrow().serviceStatus())
                .containsEntry("db", "paused")
                .containsEntry("web", "paused");
        assertThat(cli.describe(Sample.SHOP).value().orElseThrow().serviceStatus())
                .containsEntry("db", "exited")
                .containsEntry("web", "running");
    }

    @Test
    void aStoppedProjectOfAnOlderDdevHasADatabaseThoughItIsNotDescribed() {
        Scripted ddev = Scripted.saying("{\"raw\":{\"name\":\"shop\",\"status\":\"stopped\","
                + "\"database_type\":\"mysql\",\"database_version\":\"8.0\"}}");
        Described shop =
                new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP).value().orElseThrow();
        assertThat(shop.databaseOmitted()).isFalse();
        assertThat(shop.database()).contains(Sample.MYSQL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oracle\",\"database_version\":\"23",
                "mariadb\",\"database_version\":\"../11",
                "mariadb\",\"x\":\""
            })
    void aServerNobodyKnowsIsNone(String typeAndVersion) {
        Scripted ddev = Scripted.saying("{\"raw\":{\"dbinfo\":{\"database_type\":\"" + typeAndVersion + "\"}}}");
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .describe(Sample.SHOP)
                        .value()
                        .orElseThrow()
                        .database())
                .isEmpty();
    }

    @Test
    void anUnknownProjectIsRefusedInDdevsWords() {
        Scripted ddev = Scripted.answering(Recording.of("025-describe-j-unknown"));
        assertThat(Sample.refused(new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP))
                        .why())
                .contains("could not find requested project 'nosuchproject'");
    }

    @Test
    void theVersionIsKnownThoughDockerIsDown() {
        Scripted ddev = Scripted.answering(Recording.of("930-dockerdown-version"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT).version().value()).isPresent();
    }

    @Test
    void aProjectThatDdevDropsWhileItListsIsAWarning() {
        Scripted ddev = Scripted.answering(Recording.of("816-gone-really-stopped-list-j"));
        Answer<DdevList> answer = new DdevCli(ddev, Sample.TIMEOUT).list();
        assertThat(Sample.said(answer).warnings())
                .containsExactly(
                        "The project '/home/user/projects/gone' no longer exists in the filesystem, removing it"
                                + " from registry");
    }

    @Test
    void aProjectWithoutConfigurationIsListedWithDdevsWordForIt() {
        Scripted ddev = Scripted.answering(Recording.of("824-list-j-dirs-missing-stopped"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .list()
                        .value()
                        .orElseThrow()
                        .projects())
                .contains(new Listed("gone", ".ddev/config.yaml missing", "/home/user/projects/gone", "", ""));
    }

    @Test
    void afterPoweroffEveryProjectIsListedAsStopped() {
        Scripted ddev = Scripted.answering(Recording.of("921-list-j-after-poweroff"));
        assertThat(new DdevCli(ddev, Sample.TIMEOUT)
                        .list()
                        .value()
                        .orElseThrow()
                        .projects())
                .hasSize(6)
                .allMatch(project -> project.status().equals("stopped"));
    }

    @Test
    void aStoppedProjectIsDescribedWithItsServer() {
        Scripted ddev = Scripted.answering(Recording.of("024-describe-j-sleepy-stopped"));
        Described sleepy =
                new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP).value().orElseThrow();
        assertThat(sleepy.status()).isEqualTo("stopped");
        assertThat(sleepy.database()).contains(Sample.MARIADB);
        assertThat(sleepy.serviceStatus()).containsEntry("db", "stopped");
    }

    @Test
    void describingWithDockerDownIsToldFromOtherTroubles() {
        Scripted ddev = Scripted.answering(Recording.of("934-dockerdown-describe-j"));
        assertThat(Sample.refused(new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP))
                        .trouble())
                .isEqualTo(Trouble.DOCKER_DOWN);
    }

    @Test
    void aBrokenConfigurationIsRefusedByDescribeInItsLastWords() {
        Scripted ddev = Scripted.answering(Recording.of("854-describe-j-broken-config-yaml"));
        assertThat(Sample.refused(new DdevCli(ddev, Sample.TIMEOUT).describe(Sample.SHOP))
                        .why())
                .contains("the sleepy project has an invalid hostname");
    }

    @Test
    void startingSaysYesBeforehandAndSkipsHooks() {
        Scripted ddev = Scripted.saying("");
        new DdevCli(ddev, Sample.TIMEOUT).start(Sample.SHOP);
        assertThat(ddev.typed()).containsExactly("ddev start -y --skip-hooks shop");
        assertThat(ddev.only().sheltered()).isFalse();
    }

    @Test
    void stoppingToPutBackIsNotCutShortByACancellation() {
        Scripted ddev = Scripted.saying("", "");
        DdevCli cli = new DdevCli(ddev, Sample.TIMEOUT);
        cli.stop(Sample.SHOP, true);
        cli.stop(Sample.SHOP, false);
        assertThat(ddev.typed()).containsOnly("ddev stop --skip-hooks shop");
        assertThat(ddev.asked()).extracting(call -> call.sheltered()).containsExactly(true, false);
    }
}
