package io.github.ddevbak.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "db|db",
                "my-db_2|my-db_2",
                "TITI|TITI",
                "v1.2|v1.2",
                ".hidden|%2Ehidden",
                "..|%2E%2E",
                "../x|%2E.%2Fx",
                "a/b|a%2Fb",
                "größe|gr%C3%B6%C3%9Fe",
                "50%|50%25",
                "\"a b\"|a%20b",
                "\"\"|%",
            })
    void onlyPlainCharactersAndInnerDotsStay(String outside, String encoded) {
        assertThat(FileNames.encode(outside)).isEqualTo(encoded);
    }

    @Test
    void controlCharactersDoNotReachTheFileSystem() {
        assertThat(FileNames.encode("a\n\u001b[31m\u0000")).isEqualTo("a%0A%1B%5B31m%00");
    }

    @Test
    void aNameOfTwoHundredBytesIsKeptWhole() {
        assertThat(FileNames.encode("a".repeat(200))).isEqualTo("a".repeat(200));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void differentNamesHoweverLongGetDifferentSafeFileNames(long seed) {
        Random random = new Random(seed);
        Set<String> names = new HashSet<>();
        Set<String> encoded = new HashSet<>();
        for (int i = 0; i < 2000; i++) {
            StringBuilder name = new StringBuilder("same start ".repeat(random.nextInt(30)));
            random.ints(random.nextInt(60), 1, 0x250).forEach(name::appendCodePoint);
            names.add(name.toString());
            encoded.add(FileNames.encode(name.toString()));
        }

        assertThat(encoded)
                .hasSameSizeAs(names)
                .allSatisfy(one -> assertThat(one)
                        .matches("[A-Za-z0-9_%-]([A-Za-z0-9_.%-]*[A-Za-z0-9_%-])?")
                        .hasSizeLessThanOrEqualTo(200));
    }

    @Test
    void namesThatDifferOnlyInCaseDoNotMeetOnAFileSystemThatIgnoresIt() {
        Map<String, String> names = FileNames.encodeAll(List.of("shop", "Shop", "SHOP", "blog"));

        Set<String> folded = new HashSet<>();
        names.values().forEach(name -> folded.add(name.toLowerCase(Locale.ROOT)));
        assertThat(folded).hasSize(4);
        assertThat(names).containsEntry("shop", "shop").containsEntry("blog", "blog");
        assertThat(names.get("Shop")).startsWith("Shop%-");
    }

    @Test
    void theFileNameOfADatabaseDoesNotDependOnTheOrderTheServerTellsThemIn() {
        List<String> names = List.of("Shop", "shop", "a", "sHOP");
        List<String> backwards = new ArrayList<>(List.of("sHOP", "a", "shop", "Shop"));

        assertThat(FileNames.encodeAll(backwards)).containsExactlyInAnyOrderEntriesOf(FileNames.encodeAll(names));
    }

    @Test
    void aNameWithACapitalIsLeftAloneWhereItMeetsNoOther() {
        assertThat(FileNames.encodeAll(List.of("Shop", "Shop", "blog"))).containsEntry("Shop", "Shop");
    }
}
