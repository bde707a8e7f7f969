package io.github.ddevbak.project;

import java.nio.file.FileSystems;
import java.nio.file.Path;

/** A project's name as a user writes it, or a pattern of several such as {@code shop-*}. */
public record NameGlob(String text) {

    /** Whether the project is meant. */
    public boolean matches(ProjectName project) {
        if (text.equals(project.text())) {
            return true;
        }
        if (text.chars().noneMatch(c -> "*?[{".indexOf(c) >= 0)) {
            return false;
        }
        try {
            return FileSystems.getDefault().getPathMatcher("glob:" + text).matches(Path.of(project.text()));
        } catch (IllegalArgumentException notAGlob) {
            return false;
        }
    }
}
