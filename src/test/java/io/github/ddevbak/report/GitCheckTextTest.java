package io.github.ddevbak.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.ProjectFinding;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GitCheckTextTest {
    private static final Finding UNPUSHED = Finding.loss(
            "code.unpushed-branch",
            "Branch main has 1 commit that no remote has, the oldest 3 days old",
            "git push origin main");
    private static final Finding SAME_DISK =
            Finding.warning("code.remote-on-this-disk", "The only remote is on this very disk", "Push elsewhere.");
    private static final Finding ERROR = Finding.error("code.unreadable", "Git refuses to read it", "Mend it.");
    private static final String FETCHED = "the last fetch, 3 days ago";
    private static final Finding INFO = Finding.info("code.branch-without-upstream", "Branch old has no upstream");
    private static final ProjectResult LOSING = Looks.atRisk("shop", UNPUSHED, SAME_DISK);
    private static final ProjectResult WARNED = Looks.good("blog", "the last fetch, 2 days ago", SAME_DISK);
    private static final ProjectResult UNSEEN = Looks.failed("lost", ERROR);
    private static final ProjectResult EXCUSED = Looks.good("tmp", FETCHED, UNPUSHED.acceptedBecause("throw-away"));

    private static String told(int columns, ProjectResult... projects) {
        return text(new GitCheckText(Ink.PLAIN, false, false, columns), Looks.run(projects));
    }

    private static String quiet(ProjectResult... projects) {
        return text(new GitCheckText(Ink.PLAIN, true, false, 80), Looks.run(projects));
    }

    private static String text(GitCheckText text, RunResult result) {
        return String.join("\n", text.of(result));
    }

    @Test
    void oneGoodProjectIsOneLineWithTheAgeOfWhatIsKnown() {
        assertThat(told(80, Looks.good("shop", FETCHED, INFO)))
                .isEqualTo("shop: all of it is on a remote, as of the last fetch, 3 days ago.");
    }

    @Test
    void remotesThatWereAskedAreKnownAsOfNow() {
        List<String> lines = new GitCheckText(Ink.PLAIN, false, false, 80).of(Looks.run(Looks.good("shop", "now")));

        assertThat(lines).containsExactly("shop: all of it is on a remote, as of now.");
    }

    @Test
    void oneLosingProjectHasItsLossesFirstAndEachHintBelow() {
        assertThat(told(80, Looks.atRisk("shop", SAME_DISK, UNPUSHED))).isEqualTo("""
                shop  at-risk
                  Branch main has 1 commit that no remote has, the oldest 3 days old.
                    → git push origin main
                  warning: The only remote is on this very disk.
                    → Push elsewhere.""");
    }

    @Test
    void whatWouldBeLostComesFirstThenWhatWasNotSeenThenWarningsThenTheGoodAndTheCountsLast() {
        String told = told(
                80,
                Looks.good("a", "the last fetch, 5 hours ago"),
                WARNED,
                UNSEEN,
                EXCUSED,
                LOSING,
                Looks.good("b", "the clone, 1 minute ago"));

        assertThat(told).isEqualTo("""
                shop  at-risk
                  Branch main has 1 commit that no remote has, the oldest 3 days old.
                    → git push origin main
                  warning: The only remote is on this very disk.
                    → Push elsewhere.

                lost  unknown
                  error: Git refuses to read it.
                    → Mend it.

                blog  recoverable, as of the last fetch, 2 days ago
                  warning: The only remote is on this very disk.
                    → Push elsewhere.

                2 projects: all of it is on a remote, as of the last fetch:
                  a (5 hours ago)           b (clone, 1 minute ago)

                Accepted
                  tmp: Branch main has 1 commit that no remote has, the oldest 3 days old.
                    Because: throw-away

                6 projects: 1 would lose something, 1 could not be looked at, 1 with a warning,
                  1 with nothing but accepted losses, 2 good.""");
    }

    @Test
    void anAcceptedLossIsNeverSaidToBeOnARemote() {
        assertThat(told(80, EXCUSED)).doesNotContain("on a remote, as of");
    }

    @Test
    void aStaleAcceptanceIsSeen() {
        Finding unused = Finding.info("settings.accept-unused", "Nothing was found to accept as code.stash");

        assertThat(told(80, Looks.good("shop", FETCHED, unused)))
                .contains("shop: all of it is on a remote", "Accepted\n  shop: Nothing was found to accept");
    }

    @Test
    void quietTellsOnlyLossesAndErrors() {
        assertThat(quiet(LOSING, WARNED, EXCUSED, Looks.good("a", FETCHED), UNSEEN))
                .isEqualTo("""
                shop  at-risk
                  Branch main has 1 commit that no remote has, the oldest 3 days old.
                    → git push origin main

                lost  unknown
                  error: Git refuses to read it.
                    → Mend it.""");
        assertThat(quiet(WARNED, EXCUSED)).isEmpty();
    }

    @Test
    void quietStillTellsAConfigurationThatIsWrong() {
        Finding wrong = Finding.warning("usage.project-settings", "A key is unknown", "Mend it.");

        assertThat(quiet(Looks.good("shop", "", wrong, SAME_DISK))).isEqualTo("""
                shop  recoverable
                  warning: A key is unknown.
                    → Mend it.""");
    }

    @Test
    void infosAreToldWhereMoreWasAskedFor() {
        ProjectResult good = Looks.good("shop", FETCHED, INFO);

        assertThat(told(80, good)).doesNotContain("Branch old");
        assertThat(text(new GitCheckText(Ink.PLAIN, false, true, 80), Looks.run(good)))
                .contains("info: Branch old has no upstream.");
    }

    @Test
    void whatIsSaidOfAProjectByTheSurveyStandsWithItAndTheRestByItself() {
        RunResult result = Looks.run(
                List.of(
                        new ProjectFinding("shop", Finding.warning("discovery.unregistered", "ddev forgot it", "")),
                        new ProjectFinding("", Finding.error("discovery.registry-unreadable", "No list", ""))),
                Looks.good("shop", FETCHED));

        assertThat(text(new GitCheckText(Ink.PLAIN, false, false, 80), result)).isEqualTo("""
                ddev
                  error: No list.

                shop  recoverable, as of the last fetch, 3 days ago
                  warning: ddev forgot it.""");
    }

    @Test
    void noLineButAHintIsWiderThanTheTerminal() {
        List<ProjectResult> projects = new ArrayList<>(List.of(LOSING, WARNED, EXCUSED, UNSEEN));
        IntStream.range(0, 36)
                .forEach(i -> projects.add(
                        Looks.good("project-" + "x".repeat(i % 9) + i, "the last fetch, " + i + " days ago")));

        for (int columns : new int[] {40, 80, 200}) {
            assertThat(told(columns, projects.toArray(ProjectResult[]::new)).lines())
                    .filteredOn(line -> !line.contains("→"))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(Math.max(columns, 60)));
        }
    }

    @Test
    void withoutATerminalEachGoodProjectHasItsLineAndNothingIsBroken() {
        assertThat(told(0, Looks.good("a", "the last fetch, 1 day ago"), Looks.good("b", FETCHED), EXCUSED))
                .contains("\n  a (1 day ago)\n  b (3 days ago)\n", "3 days old. Because: throw-away\n");
    }

    @Test
    void aHintIsNeverBrokenForItMayBeACommand() {
        String command = "git push " + "very-long-remote-name ".repeat(10) + "main";

        assertThat(told(40, Looks.atRisk("shop", Finding.loss("code.stash", "One stash", command))))
                .endsWith("    → " + command);
    }

    @Test
    void aCancelledLookSaysThatItIsNotWhole() {
        RunResult cancelled = Looks.cancelled(LOSING);

        assertThat(text(new GitCheckText(Ink.PLAIN, true, false, 80), cancelled))
                .endsWith("not every project was looked at.");
    }

    @Test
    void colourIsOnlyAroundWordsAndNames() {
        List<String> lines =
                new GitCheckText(Ink.COLOUR, false, false, 80).of(Looks.run(Looks.atRisk("shop", SAME_DISK)));

        assertThat(lines)
                .startsWith(
                        "\u001b[1mshop\u001b[0m  \u001b[35mat-risk\u001b[0m",
                        "  \u001b[35mwarning\u001b[0m: The only remote is on this very disk.");
    }

    @Test
    void whereOnlySomeRemotesWereAskedEachSaysHowOldItsPictureIs() {
        assertThat(told(80, Looks.good("a", "now"), Looks.good("b", FETCHED), Looks.good("c", "")))
                .startsWith("3 projects: all of it is on a remote, as of the last fetch:\n  a (now)")
                .contains("b (3 days ago)   c\n");
        assertThat(told(80, Looks.good("a", "now"), Looks.good("b", "now")))
                .startsWith("2 projects: all of it is on a remote, as of now:\n");
    }
}
