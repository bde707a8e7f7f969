package io.github.ddevbak.backup;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;
import io.github.ddevbak.project.ProjectStatus;
import java.util.ArrayList;
import java.util.List;

/** Decides what to do to each project. Pure. */
public final class Planner {
    private Planner() {}

    public static Plan plan(List<Project> projects, Wish wish) {
        return new Plan(
                projects.stream()
                        .map(project -> new Plan.ProjectPlan(project, steps(project, wish)))
                        .toList(),
                wish);
    }

    /** Code, configuration and files come first: starting a project writes into its tree. */
    private static List<Step> steps(Project project, Wish wish) {
        List<Step> steps = new ArrayList<>();
        if (wish.wants(Part.CODE)) {
            steps.add(new Step(project, Part.CODE, "ask git whether it would give the code back"));
        }
        if (wish.wants(Part.CONFIG)) {
            steps.add(new Step(project, Part.CONFIG, "save the configuration that git does not have"));
        }
        if (wish.wants(Part.FILES)) {
            steps.add(new Step(
                    project,
                    Part.FILES,
                    "write a manifest of the user files, and copy those that no upstream brings back"));
        }
        if (wish.wants(Part.DATABASE)) {
            steps.add(new Step(project, Part.DATABASE, databaseWords(project, wish)));
        }
        if (wish.wants(Part.VOLUMES)) {
            steps.add(new Step(
                    project, Part.VOLUMES, "read the volumes of add-on services, which are held up meanwhile"));
        }
        return steps;
    }

    private static String databaseWords(Project project, Wish wish) {
        if (!project.callable()) {
            return "do not touch the database: " + project.status().word();
        }
        if (project.databaseOmitted()) {
            return "no database to save: the configuration omits it";
        }
        List<String> words = new ArrayList<>();
        boolean start = project.status() != ProjectStatus.RUNNING;
        if (start) {
            words.add("start it (it is " + project.status().word() + ")");
        }
        if (wish.dump()) {
            words.add(
                    wish.databases().isEmpty() ? "dump every database" : "dump " + String.join(", ", wish.databases()));
        }
        if (wish.snapshot()) {
            words.add("take a snapshot");
        }
        if (start) {
            words.add("put it back as found");
        }
        return String.join(", ", words);
    }
}
