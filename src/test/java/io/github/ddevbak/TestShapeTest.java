package io.github.ddevbak;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;

/** What a test class may hold. */
@AnalyzeClasses(packages = "io.github.ddevbak", importOptions = ImportOption.OnlyIncludeTests.class)
class TestShapeTest {

    @ArchTest
    static final ArchRule everyMethodThatCouldBeATestIsOne = methods()
            .that()
            .areDeclaredInClassesThat()
            .haveNameMatching(".*(Test|IT)")
            .and()
            .arePackagePrivate()
            .and()
            .areNotStatic()
            .should()
            .beAnnotatedWith(Test.class)
            .orShould()
            .beAnnotatedWith(ParameterizedTest.class)
            .orShould()
            .beAnnotatedWith(RepeatedTest.class)
            .orShould()
            .beAnnotatedWith(TestFactory.class)
            .orShould()
            .beAnnotatedWith(BeforeEach.class)
            .orShould()
            .beAnnotatedWith(AfterEach.class)
            .orShould()
            .beAnnotatedWith(BeforeAll.class)
            .orShould()
            .beAnnotatedWith(AfterAll.class)
            .because("a test whose annotation was forgotten is one that cannot fail");
}
