package io.github.ddevbak.git;

import io.github.ddevbak.process.Invocation;
import java.util.Comparator;
import java.util.List;

/** The command that brings a commit to a remote, and lets Git know that it arrived. */
final class PushHint {
    private static final String REMOTES = "refs/remotes/";

    private PushHint() {}

    static String of(Refs.Branch branch, List<Remote> remotes) {
        String name = Invocation.quoted(branch.name());
        String target = remote(remotes, branch.upstream());
        boolean narrow = remotes.stream()
                .anyMatch(remote -> Invocation.quoted(remote.name()).equals(target) && !remote.everyBranch());
        // Without its own fetch rule a pushed branch leaves no trace here, and would be told as unpushed again.
        String follow = narrow ? "git remote set-branches --add " + target + " " + name + " && " : "";
        return follow + "git push " + (branch.upstream().isEmpty() ? "-u " : "") + target + " " + name;
    }

    /** Git keeps no record of the tags a remote has, unless it is told to fetch them as refs of that remote. */
    static String tags(List<Remote> remotes, String first) {
        String target = remote(remotes, "");
        return "git push " + target + " " + Invocation.quoted("refs/tags/" + first)
                + "; so that Git notes it: git config --add remote." + target
                + ".fetch '+refs/tags/*:refs/remotes/" + target + "/tags/*' && git fetch " + target;
    }

    /** The remote of the upstream ref; else origin; else the first. */
    static String remote(List<Remote> remotes, String upstream) {
        List<Remote> there = remotes.stream()
                .filter(remote -> remote.place() != Remote.Place.MISSING)
                .toList();
        String name = there.stream()
                .map(Remote::name)
                .filter(candidate -> upstream.startsWith(REMOTES + candidate + "/"))
                .max(Comparator.comparingInt(String::length))
                .or(() -> there.stream()
                        .map(Remote::name)
                        .filter("origin"::equals)
                        .findFirst())
                .or(() -> there.stream().map(Remote::name).findFirst())
                .orElse("REMOTE");
        return Invocation.quoted(name);
    }
}
