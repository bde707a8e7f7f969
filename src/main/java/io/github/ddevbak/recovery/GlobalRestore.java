package io.github.ddevbak.recovery;

import io.github.ddevbak.files.PutBack;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.store.Artefact;
import io.github.ddevbak.store.StoredSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** Puts ddev's global configuration back on a new machine: only what is not there, and never its list of projects. */
final class GlobalRestore {
    private static final String REGISTRY = "project_list.yaml";

    private GlobalRestore() {}

    static List<ProjectFinding> restore(StoredSet set, Path globalDir, BooleanSupplier cancelled) {
        Map<String, String> absent = new TreeMap<>();
        for (Artefact artefact : set.record().artefacts()) {
            String name = artefact.path().substring(artefact.path().indexOf('/') + 1);
            boolean there = Files.exists(globalDir.resolve(name), LinkOption.NOFOLLOW_LINKS);
            if (artefact.path().startsWith("config/") && !name.equals(REGISTRY) && !there) {
                absent.put(name, artefact.sha256());
            }
        }
        if (absent.isEmpty()) {
            return List.of();
        }
        List<ProjectFinding> findings = new ArrayList<>();
        try {
            Files.createDirectories(globalDir);
            PutBack.Result result =
                    new PutBack(globalDir, cancelled).files(set.folder().resolve("config"), absent);
            findings.add(new ProjectFinding(
                    "",
                    Finding.info(
                            "config.global-restored",
                            result.files() + " files of ddev's global configuration were put into "
                                    + Printable.text(globalDir.toString()))));
            result.refused().forEach(why -> findings.add(failed(why)));
        } catch (IOException why) {
            findings.add(failed("ddev's global configuration was not put back: "
                    + Printable.text(String.valueOf(why.getMessage()))));
        }
        return findings;
    }

    private static ProjectFinding failed(String sentence) {
        return new ProjectFinding(
                "",
                Finding.error(
                        "config.global-not-restored",
                        sentence,
                        "Copy what you need from global/ in the destination by hand."));
    }
}
