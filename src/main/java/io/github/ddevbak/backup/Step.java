package io.github.ddevbak.backup;

import io.github.ddevbak.project.Part;
import io.github.ddevbak.project.Project;

/**
 * One thing to be done to one project, decided before anything is done.
 *
 * @param project the project
 * @param part the part it saves or looks at
 * @param words the step as a sentence for a dry run
 */
public record Step(Project project, Part part, String words) {}
