package io.github.ddevbak.report;

import io.github.ddevbak.backup.ProjectResult;
import io.github.ddevbak.backup.RunResult;
import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.PartState;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.Severity;
import io.github.ddevbak.settings.Acceptances;
import io.github.ddevbak.store.PartRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The projects of a look at the code by what was found, each group in the order asked for. Pure.
 *
 * @param losing those that would lose something
 * @param unseen those that could not be looked at
 * @param warned those that are good, with a warning
 * @param excused those that would lose only what a person accepted
 * @param clean those of which a remote has everything
 */
record GitCheckGroups(
        List<Block> losing, List<Block> unseen, List<Block> warned, List<Block> excused, List<Block> clean) {

    /**
     * One project, or what is said of all of them.
     *
     * @param name empty where it is about all
     * @param verdict its word; empty where the project was not looked at
     * @param findings those that count
     * @param accepted those that a person decided to live with, and what is said of such decisions
     * @param asOf how old the picture of the remotes is, such as {@code the last fetch, 3 days ago} or {@code now};
     *     empty where that is not known
     */
    record Block(String name, String verdict, List<Finding> findings, List<Finding> accepted, String asOf) {
        private static final String NOW = "now";

        boolean asked() {
            return asOf.equals(NOW);
        }

        /** The age alone: {@code 3 days ago}. */
        String age() {
            return asOf.replaceFirst("^the (last fetch, )?", "");
        }

        boolean has(Severity severity) {
            return findings.stream().anyMatch(f -> f.severity() == severity);
        }
    }

    static GitCheckGroups of(RunResult result) {
        Map<String, List<Finding>> others = new LinkedHashMap<>();
        for (ProjectFinding each : result.findings()) {
            others.computeIfAbsent(each.project(), name -> new ArrayList<>()).add(each.finding());
        }
        GitCheckGroups groups = new GitCheckGroups(
                new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (ProjectResult project : result.projects()) {
            List<Finding> more = others.remove(project.project().name().text());
            groups.add(project, more == null ? List.of() : more);
        }
        others.forEach((name, findings) -> {
            Block block = new Block(name, "", findings, List.of(), "");
            if (block.has(Severity.ERROR)) {
                groups.unseen.add(block);
            } else if (block.has(Severity.WARNING) || block.has(Severity.LOSS)) {
                groups.warned.add(block);
            }
        });
        return groups;
    }

    private void add(ProjectResult project, List<Finding> more) {
        List<Finding> findings = new ArrayList<>();
        List<Finding> accepted = new ArrayList<>();
        for (PartRecord part : project.parts()) {
            for (Finding finding : part.findings()) {
                boolean unused = finding.code().equals(Acceptances.UNUSED);
                (finding.counts() && !unused ? findings : accepted).add(finding);
            }
        }
        findings.addAll(more);
        Block block = new Block(
                project.project().name().text(),
                project.judgement().verdict().word(),
                findings,
                accepted,
                asOf(project.parts()));
        group(project.parts().stream().map(PartRecord::state).toList(), block).add(block);
    }

    private List<Block> group(List<PartState> states, Block block) {
        if (states.contains(PartState.AT_RISK) || states.contains(PartState.SUSPECT)) {
            return losing;
        }
        if (states.contains(PartState.FAILED) || block.has(Severity.ERROR)) {
            return unseen;
        }
        if (block.has(Severity.WARNING) || block.has(Severity.LOSS)) {
            return warned;
        }
        return block.accepted().stream().allMatch(Finding::counts) ? clean : excused;
    }

    private List<List<Block>> all() {
        return List.of(losing, unseen, warned, excused, clean);
    }

    private static String asOf(List<PartRecord> parts) {
        return parts.stream()
                .map(part -> part.facts().get("asOfWords"))
                .filter(words -> words instanceof String)
                .map(words -> Printable.text(String.valueOf(words)))
                .findFirst()
                .orElse("");
    }

    int projects() {
        return (int) all().stream()
                .flatMap(List::stream)
                .filter(block -> !block.verdict().isEmpty())
                .count();
    }

    List<Block> accepted() {
        return all().stream()
                .flatMap(List::stream)
                .filter(block -> !block.accepted().isEmpty())
                .toList();
    }
}
