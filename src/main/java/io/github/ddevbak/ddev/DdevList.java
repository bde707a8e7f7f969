package io.github.ddevbak.ddev;

import java.util.List;

/**
 * ddev's list of projects.
 *
 * @param nulls how many entries were no project: ddev leaves an empty one for what it could not describe
 */
public record DdevList(List<Listed> projects, int nulls) {
    public DdevList {
        projects = List.copyOf(projects);
    }
}
