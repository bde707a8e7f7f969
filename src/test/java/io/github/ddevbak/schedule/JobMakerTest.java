package io.github.ddevbak.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobMakerTest {
    @TempDir
    Path folder;

    private Path versioned;

    @BeforeEach
    void aJavaInAFolderWithItsVersion() throws IOException {
        versioned = java("java-17.0.19");
    }

    private Path java(String name) throws IOException {
        Path bin = Files.createDirectories(folder.resolve(name).resolve("bin"));
        Files.writeString(bin.resolve("java"), "#!/bin/sh\n");
        return folder.resolve(name);
    }

    private String javaHomeOfTheJob(Map<String, String> environment) {
        JobMaker.Self self = new JobMaker.Self("/opt/ddevbak/bin/ddevbak", versioned.toString());
        JobMaker maker = new JobMaker(environment, folder, self, folder);

        return String.valueOf(maker.make(TimerSystem.CRON, Jobs.DAILY, List.of())
                .job()
                .environment()
                .get("JAVA_HOME"));
    }

    @Test
    void aNameOfJavaThatOutlivesAnUpgradeIsKept() throws IOException {
        Path current = Files.createSymbolicLink(folder.resolve("current"), versioned);

        assertThat(javaHomeOfTheJob(Map.of("JAVA_HOME", current.toString()))).isEqualTo(current.toString());
    }

    @Test
    void anotherJavaThanTheOneThatRunsIsNoNameOfIt() throws IOException {
        String other = java("java-11").toString();

        assertThat(javaHomeOfTheJob(Map.of("JAVA_HOME", other))).isEqualTo(versioned.toString());
    }

    @Test
    void aNameOfNoJavaIsNotPassedOn() {
        assertThat(javaHomeOfTheJob(Map.of("JAVA_HOME", folder.resolve("gone").toString())))
                .isEqualTo(versioned.toString());
        assertThat(javaHomeOfTheJob(Map.of("JAVA_HOME", "java-17.0.19"))).isEqualTo(versioned.toString());
        assertThat(javaHomeOfTheJob(Map.of())).isEqualTo(versioned.toString());
    }

    @Test
    void aJobThatIsStartedEveryHourFindsTheWorkDoneUntilItsIntervalIsOver() {
        JobMaker.Self self = new JobMaker.Self("/opt/ddevbak/bin/ddevbak", versioned.toString());
        JobMaker maker = new JobMaker(Map.of(), folder, self, folder);
        Rhythm twice = Jobs.every("12H");

        assertThat(maker.make(TimerSystem.CRON, twice, List.of()).job().command())
                .containsSequence("--if-older-than", "690m");
        assertThat(maker.make(TimerSystem.LAUNCHD, twice, List.of()).job().command())
                .containsSequence("--if-older-than", "690m");
        assertThat(maker.make(TimerSystem.SYSTEMD, twice, List.of()).job().command())
                .containsSequence("--if-older-than", "10h");
    }
}
