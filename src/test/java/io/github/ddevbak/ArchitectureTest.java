package io.github.ddevbak;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The walls between the rooms, each with its reason. */
@AnalyzeClasses(packages = "io.github.ddevbak", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "io.github.ddevbak";

    private static String room(String name) {
        return ROOT + "." + name + "..";
    }

    @ArchTest
    static final ArchRule noRoomDependsOnItselfThroughOthers = slices().matching(ROOT + ".(*)..")
            .should()
            .beFreeOfCycles()
            .because("data moves forward through the rooms and never turns back");

    @ArchTest
    static final ArchRule theGroundKnowsNobody = noClasses()
            .that()
            .resideInAnyPackage(room("process"), room("project"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("backup"),
                    room("cli"),
                    room("database"),
                    room("ddev"),
                    room("demo"),
                    room("files"),
                    room("git"),
                    room("notice"),
                    room("recovery"),
                    room("remote"),
                    room("report"),
                    room("schedule"),
                    room("settings"),
                    room("store"),
                    room("upkeep"))
            .because("the nouns and the door to processes are what everybody else stands on");

    @ArchTest
    static final ArchRule toolsKnowOnlyTheGround = noClasses()
            .that()
            .resideInAnyPackage(room("ddev"), room("git"), room("database"), room("files"), room("demo"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("backup"),
                    room("cli"),
                    room("notice"),
                    room("recovery"),
                    room("remote"),
                    room("report"),
                    room("schedule"),
                    room("settings"),
                    room("store"),
                    room("upkeep"))
            .because("a tool answers a question and does not know why it was asked");

    @ArchTest
    static final ArchRule theStoreKnowsOnlyTheNouns = noClasses()
            .that()
            .resideInAPackage(room("store"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("process"),
                    room("ddev"),
                    room("git"),
                    room("database"),
                    room("files"),
                    room("notice"),
                    room("remote"))
            .because("sets must outlive the tools they were made with");

    @ArchTest
    static final ArchRule theRemoteRoomKnowsSetsAndNotHowTheyWereMade = noClasses()
            .that()
            .resideInAPackage(room("remote"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("backup"),
                    room("cli"),
                    room("database"),
                    room("ddev"),
                    room("demo"),
                    room("files"),
                    room("git"),
                    room("recovery"),
                    room("report"),
                    room("upkeep"))
            .because("what is copied off the machine is sealed: which sets go or come is for the use cases to say");

    @ArchTest
    static final ArchRule useCasesDoNotKnowHowTheyAreAskedOrTold = noClasses()
            .that()
            .resideInAnyPackage(room("backup"), room("recovery"), room("schedule"), room("upkeep"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(room("cli"), room("report"))
            .because("the same use case serves text, JSON and a page");

    @ArchTest
    static final ArchRule whatGoesOnByItselfSeesNoTools = noClasses()
            .that()
            .resideInAPackage(room("schedule"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("ddev"),
                    room("git"),
                    room("database"),
                    room("files"),
                    room("demo"),
                    room("recovery"),
                    room("upkeep"))
            .because("a timer starts a command; what the command does is no business of the timer");

    @ArchTest
    static final ArchRule whoTellsOfARunDoesNotKnowHowItWasDone = noClasses()
            .that()
            .resideInAPackage(room("notice"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    room("backup"),
                    room("cli"),
                    room("database"),
                    room("ddev"),
                    room("demo"),
                    room("files"),
                    room("git"),
                    room("recovery"),
                    room("remote"),
                    room("report"),
                    room("schedule"),
                    room("upkeep"))
            .because("what is told is the record of a run, whatever was done in it");

    @ArchTest
    static final ArchRule onlyTheNoticeRoomCallsTheNetwork = noClasses()
            .that()
            .resideOutsideOfPackage(room("notice"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("java.net.http..")
            .because("what leaves the machine, and for how long it is waited for, is decided in one place");

    @ArchTest
    static final ArchRule commandsSeeNoTools = noClasses()
            .that()
            .resideInAPackage(room("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(room("ddev"), room("git"), room("database"), room("demo"))
            .because("a command listens: options, one use case, one report");

    @ArchTest
    static final ArchRule picocliLivesInCliOnly = noClasses()
            .that()
            .resideOutsideOfPackage(room("cli"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..")
            .because("what the user can say is read in one room");

    @ArchTest
    static final ArchRule onlyTheProcessRoomStartsPrograms = noClasses()
            .that()
            .resideOutsideOfPackage(room("process"))
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.ProcessBuilder")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.lang.Process")
            .because("time-outs, tree kill and the environment are decided in one place");

    @ArchTest
    static final ArchRule jsonIsKnownAtTheBordersOnly = noClasses()
            .that()
            .resideOutsideOfPackages(room("ddev"), room("store"), room("report"), room("demo"), room("remote"))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml.jackson..")
            .because("inside, data are records");

    @ArchTest
    static final ArchRule onlyMainTouchesTheProcessItself = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".Main")
            .should()
            .callMethod(System.class, "exit", int.class)
            .orShould()
            .callMethod(System.class, "getenv")
            .orShould()
            .callMethod(System.class, "getenv", String.class)
            .orShould()
            .accessField(System.class, "out")
            .orShould()
            .accessField(System.class, "err")
            .because("the program is a function of its words, its streams and its environment");

    @ArchTest
    static final ArchRule nobodyAsksTheClockBehindOurBack = noClasses()
            .that()
            .doNotHaveFullyQualifiedName(ROOT + ".Main")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(java.time.Clock.class, "systemUTC")
            .because("tests hold the clock");

    @ArchTest
    static final ArchRule nothingMutableIsShared = fields().that()
            .areStatic()
            .and()
            .arePublic()
            .should()
            .beFinal()
            .because("a public variable has a hundred owners");

    @ArchTest
    static final ArchRule everyRoomIsNullMarked = classes()
            .that()
            .haveSimpleName("package-info")
            .should()
            .beAnnotatedWith("org.jspecify.annotations.NullMarked")
            .because("null is then checked by the build");
}
