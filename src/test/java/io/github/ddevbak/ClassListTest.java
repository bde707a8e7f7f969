package io.github.ddevbak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassListTest {
    @Test
    void whatHoldsForOneRunOnlyIsLeftOut() {
        String noted = """
                # NOTE: Do not modify this file.
                java/lang/Object id: 0
                java/lang/String
                com/example/Loaded id: 7 super: 0 source: /x.jar
                @lambda-proxy A run ()V
                @cp A 1 2
                @something 7
                """;

        assertThat(ClassList.lines(noted))
                .containsExactly("java/lang/Object", "java/lang/String", "@lambda-proxy A run ()V", "@cp A 1 2");
    }

    @Test
    void aRunThatNotedNothingAddsNothing(@TempDir Path folder) throws IOException {
        assertThat(ClassList.read(folder.resolve("noted"))).isEmpty();
    }
}
