package io.github.ddevbak.git;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Severity;
import java.util.ArrayList;
import java.util.List;

/** What is told of files in Git LFS: pure, facts in, findings out. */
final class LfsLosses {
    private static final String NOT_ASKED = "code.lfs-not-asked";

    private LfsLosses() {}

    /** Whether a finding of a repository inside another is told there, too: also that nobody asked for its contents. */
    static boolean worthTelling(Finding finding) {
        return finding.severity() != Severity.INFO || finding.code().equals(NOT_ASKED);
    }

    static List<Finding> of(Lfs lfs, History history) {
        List<Finding> findings = new ArrayList<>();
        if (!lfs.notPushed().isEmpty()) {
            findings.add(Finding.loss(
                    "code.lfs-not-pushed",
                    counted(lfs.notPushed()) + " in Git LFS that " + remotes(history) + paths(lfs.notPushed()) + ".",
                    history.remotes().isEmpty()
                            ? "git remote add origin URL, push, and then git lfs push --all origin"
                            : "push the commits, and then git lfs push --all "
                                    + PushHint.remote(history.remotes(), "")));
        }
        if (!lfs.lost().isEmpty()) {
            findings.add(Finding.loss(
                    "code.lfs-missing",
                    counted(lfs.lost()) + " in Git LFS that are neither here nor known to be on a remote"
                            + paths(lfs.lost()) + ".",
                    "git lfs fetch --all; else look for them in another clone, and git lfs push --all from there"));
        }
        if (!lfs.absent().isEmpty()) {
            findings.add(Finding.warning(
                    "code.lfs-missing",
                    counted(lfs.absent()) + " in Git LFS that are not here, only their pointers" + paths(lfs.absent())
                            + ".",
                    "git lfs pull"));
        }
        findings.addAll(setting(lfs, history));
        return findings;
    }

    private static List<Finding> setting(Lfs lfs, History history) {
        List<Finding> findings = new ArrayList<>();
        if (lfs.unfiltered() > 0) {
            findings.add(Finding.warning(
                    "code.lfs-not-set-up",
                    Words.count(lfs.unfiltered(), "file") + " for Git LFS, which is not set up here: Git compared what"
                            + " is checked out with the pointers, and a commit would take the contents into Git itself.",
                    "install git-lfs, then git lfs install"));
        }
        if (!lfs.counted().isEmpty() && history.provable()) {
            findings.add(Finding.info(
                    NOT_ASKED,
                    counted(lfs.counted()) + " in Git LFS that remotes are taken to have, as they have the commits;"
                            + " git lfs push --all " + PushHint.remote(history.remotes(), "")
                            + " sends what is missing there"
                            + (history.elsewhereAsked() ? "; --fetch asks for commits, not for these." : ".")));
        }
        return findings;
    }

    private static String remotes(History history) {
        List<String> names = history.remotes().stream().map(Remote::name).toList();
        return switch (names.size()) {
            case 0 -> "no remote has";
            case 1 -> "the remote " + names.get(0) + " was not given";
            default -> "none of the remotes " + String.join(", ", names) + " was given";
        };
    }

    /** Such as {@code 2 contents (1.5 MB)}: the same content of several files is one. */
    private static String counted(List<LfsFile> files) {
        List<LfsPointer> pointers =
                files.stream().map(LfsFile::pointer).distinct().toList();
        long bytes = pointers.stream().mapToLong(LfsPointer::size).sum();
        return Words.count(pointers.size(), "object") + " (" + Words.bytes(bytes) + ")";
    }

    private static String paths(List<LfsFile> files) {
        return Words.names(
                files.stream().map(file -> RawName.text(file.path())).distinct().toList());
    }
}
