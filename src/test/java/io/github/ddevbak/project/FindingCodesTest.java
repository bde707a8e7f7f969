package io.github.ddevbak.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FindingCodesTest {
    private static final Path SOURCES = Path.of("src", "main", "java");

    /** A finding made with its code written out. */
    private static final Pattern MADE =
            Pattern.compile("Finding\\s*\\.\\s*(?:info|warning|loss|error)\\(\\s*\"([a-z]+\\.[a-z0-9.-]+)\"");

    @Test
    void everyCodeThatTheSourcesGiveAFindingIsListed() throws IOException {
        Set<String> made = new TreeSet<>();
        try (Stream<Path> walk = Files.walk(SOURCES)) {
            for (Path file :
                    walk.filter(path -> path.toString().endsWith(".java")).toList()) {
                Matcher matcher = MADE.matcher(Files.readString(file));
                while (matcher.find()) {
                    made.add(matcher.group(1));
                }
            }
        }

        assertThat(made).hasSizeGreaterThan(40);
        assertThat(FindingCodes.all()).containsAll(made);
    }

    @Test
    void everyListedCodeIsOneThatAFindingTakes() {
        for (String code : FindingCodes.all()) {
            assertThat(Finding.info(code, "Something.").code()).isEqualTo(code);
        }
    }

    @Test
    void codesOfPartsBeginWithThePartsName() {
        for (String code : FindingCodes.ofParts()) {
            assertThat(Stream.of(Part.values()).map(part -> part.word() + ".").anyMatch(code::startsWith))
                    .as(code)
                    .isTrue();
        }
    }
}
