package io.github.ddevbak.ddev;

import io.github.ddevbak.project.Finding;
import io.github.ddevbak.project.Printable;
import io.github.ddevbak.project.ProjectFinding;
import io.github.ddevbak.project.ProjectName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What discovery finds odd, worded for a person, in the order it was found. */
final class DiscoveryFindings {
    private final List<ProjectFinding> found = new ArrayList<>();

    List<ProjectFinding> found() {
        return List.copyOf(found);
    }

    /** @param project any text; what is unprintable in it is shown, not obeyed */
    void add(String project, Finding finding) {
        found.add(new ProjectFinding(Printable.text(project), finding));
    }

    void listFailed(String why) {
        add(
                "",
                Finding.error(
                        "discovery.list-failed",
                        "ddev could not list its projects: " + why,
                        "Run ddev list to see why; what runs, and what only docker knows, was not looked at."));
    }

    void nullEntries(int count) {
        add(
                "some project",
                Finding.error(
                        "discovery.null-entry",
                        "ddev's list has " + count + (count == 1 ? " entry" : " entries")
                                + " without a project: it could not describe what belongs there.",
                        "Run ddev describe for each project to find the one that fails."));
    }

    void badName(String name, String where) {
        add(
                name,
                Finding.error(
                        "discovery.bad-name",
                        where + " has a project with a name that cannot be one; it was not touched: " + name,
                        "Correct the name in ddev's project_list.yaml or in the project's .ddev/config.yaml."));
    }

    void badFolder(String name, String where, String approot) {
        add(
                name,
                Finding.error(
                        "discovery.bad-folder",
                        where + " names no usable folder for project " + name + ": " + approot,
                        "Correct its approot in ddev's project_list.yaml, or run ddev start in the project's folder."));
    }

    void unregistered(ProjectName name, Path approot) {
        add(
                name.text(),
                Finding.info(
                        "discovery.unregistered",
                        "Project " + name + " in " + approot + " is not in ddev's registry."));
    }

    void duplicate(ProjectName name, String sentence) {
        add(
                name.text(),
                Finding.error(
                        "discovery.duplicate",
                        sentence,
                        "Give one of them another name, or take it out with ddev stop --unlist."));
    }

    /** One folder under two names: nothing is lost, but a database may be left under the old one. */
    void twoNames(Candidate loser, ProjectName name) {
        add(
                loser.name().text(),
                Finding.warning(
                        "discovery.duplicate",
                        "The folder " + loser.approot() + " is project " + name + ", but ddev's registry also calls it "
                                + loser.name() + "; a database kept under that name is not looked at.",
                        "Run ddev stop --unlist " + loser.name() + " if it is no longer wanted."));
    }

    /** @param cause what ddev said about it; may be empty */
    void hidden(Candidate candidate, String cause) {
        add(
                candidate.name().text(),
                Finding.error(
                        "discovery.hidden",
                        "ddev does not list project " + candidate.name() + ", though its registry has it in "
                                + candidate.approot() + "." + (cause.isEmpty() ? "" : " It says: " + cause),
                        "Run ddev describe " + candidate.name() + " to see why."));
    }

    void vanished(String name, String approot) {
        add(
                name,
                Finding.warning(
                        "discovery.vanished",
                        "Project " + name + " was there in the newest earlier run, in " + approot
                                + "; ddev no longer knows it.",
                        "If it was not removed on purpose, mount its disk or restore its folder, and run ddev start in"
                                + " it. Its sets are kept."));
    }
}
