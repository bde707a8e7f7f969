package io.github.ddevbak.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectionsTest {
    @TempDir
    Path folder;

    private List<String> to(String text, SettingsScope scope) throws IOException {
        return Objections.to(Files.writeString(folder.resolve("config.yaml"), text), scope);
    }

    @Test
    void everythingThatIsWrongIsToldWithItsLine() throws IOException {
        List<String> objections = to("""
                timeuot: 5m
                lock-wait: soon
                files:
                  copy: sometimes
                  copy-max: much
                  upstrem: x
                copy:
                  repositories:
                    - {name: "a b", repository: x}
                    - {name: good, repository: x}
                    - {repository: x, passwd: y}
                """, SettingsScope.MACHINE);

        assertThat(objections).hasSize(8);
        assertThat(objections).anyMatch(o -> o.contains("line 1 ") && o.contains("did you mean timeout"));
        assertThat(objections).anyMatch(o -> o.contains("line 2 ") && o.contains("lock-wait"));
        assertThat(objections).anyMatch(o -> o.contains("line 4 ") && o.contains("sometimes"));
        assertThat(objections).anyMatch(o -> o.contains("line 5 ") && o.contains("files.copy-max"));
        assertThat(objections).anyMatch(o -> o.contains("line 6 ") && o.contains("did you mean upstream"));
        assertThat(objections).anyMatch(o -> o.contains("line 9 ") && o.contains("needs a name"));
        assertThat(objections).anyMatch(o -> o.contains("line 11 ") && o.contains("passwd"));
        assertThat(objections).anyMatch(o -> o.contains("line 11 ") && o.contains("without a 'name'"));
    }

    @Test
    void whatOnlyFollowsFromAnotherFaultIsNotTold() throws IOException {
        assertThat(to("keep:\n  daily: many\n  min: 2\n", SettingsScope.PROJECT))
                .singleElement()
                .asString()
                .contains("line 2 ", "keep.daily");
    }

    @Test
    void aProjectsOwnFileIsReadByItsOwnKeys() throws IOException {
        assertThat(to("dest: /x\naccept: [{finding: code.no-remote}]\n", SettingsScope.PROJECT))
                .hasSize(2)
                .anyMatch(o -> o.contains("'dest'"))
                .anyMatch(o -> o.contains("because"));
    }

    @Test
    void whatIsNoYamlIsToldWithLineAndColumn() throws IOException {
        assertThat(to("dump: true\nfiles: {copy: [\n", SettingsScope.MACHINE))
                .singleElement()
                .asString()
                .contains("line 3, column 1");
    }

    @Test
    void whatIsNoFileOrNoTextIsToldAndTheListEnds() throws IOException {
        Files.write(folder.resolve("bytes"), new byte[] {'a', ':', ' ', (byte) 0xff});
        String many = IntStream.range(0, 500).mapToObj(i -> "key" + i + ": 1").collect(Collectors.joining("\n"));

        assertThat(Objections.to(folder, SettingsScope.MACHINE)).hasSize(1);
        assertThat(Objections.to(folder.resolve("missing"), SettingsScope.MACHINE))
                .hasSize(1);
        assertThat(Objections.to(folder.resolve("bytes"), SettingsScope.MACHINE))
                .singleElement()
                .asString()
                .contains("UTF-8");
        assertThat(to("- a\n- b\n", SettingsScope.MACHINE)).hasSize(1);
        assertThat(to(many, SettingsScope.MACHINE)).hasSize(Objections.MOST);
    }
}
