package io.github.ddevbak.ddev;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.ddevbak.process.Input;
import io.github.ddevbak.process.Invocation;
import io.github.ddevbak.process.ProcessResult;
import io.github.ddevbak.project.Project;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCliTest {
    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final ImportCli imports = new ImportCli(this::heard, Duration.ofMinutes(1));

    private ProcessResult heard(Invocation call) {
        try (InputStream in = ((Input.FromStream) call.input()).stream()) {
            told.add(call.typed() + " < " + new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return ProcessResult.exited(0, "", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Project project() throws IOException {
        Files.createDirectories(folder.resolve(".ddev"));
        Files.writeString(folder.resolve(".ddev/config.yaml"), "name: shop\n");
        return Sample.project(folder);
    }

    @Test
    void aPlainDumpReachesDdevFromItsFirstByteToItsLast() throws IOException {
        ProcessResult result = imports.importDump(project(), "db", stream("-- MariaDB dump\nEND"));

        assertThat(result.ok()).isTrue();
        assertThat(told)
                .containsExactly("ddev import-db shop --database=db --no-progress --skip-hooks < -- MariaDB dump\nEND");
    }

    @Test
    void ddevIsNotCalledWithNothingForItWouldEmptyTheDatabase() throws IOException {
        ProcessResult result = imports.importDump(project(), "db", stream(""));

        assertThat(result.ok()).isFalse();
        assertThat(result.stderrTail()).contains("the dump is empty");
        assertThat(told).isEmpty();
    }

    @Test
    void ddevIsNotCalledWithADumpThatCannotBeRead() throws IOException {
        InputStream closed = InputStream.nullInputStream();
        closed.close();
        InputStream broken = new SequenceInputStream(stream(""), closed);

        assertThatThrownBy(() -> imports.importDump(project(), "db", broken))
                .isInstanceOf(IOException.class)
                .hasMessage("Stream closed");
        assertThat(told).isEmpty();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
