package io.github.ddevbak.store;

import io.github.ddevbak.project.ProjectName;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A DDEV project that ddevbak made for itself and will delete again.
 *
 * @param name of a form that nobody else uses
 * @param since when this was noted
 */
public record ScratchProject(ProjectName name, Instant since) {
    private static final String PREFIX = "ddevbak-drill-";
    private static final Pattern FORM = Pattern.compile("ddevbak-drill-[a-z0-9-]{1,24}-[0-9a-f]{8}");

    public ScratchProject {
        if (!FORM.matcher(name.text()).matches()) {
            throw new IllegalArgumentException("not the name of a scratch project: " + name);
        }
    }

    /**
     * A new one for a project; a name of ddev's is part of a host name, so it is short.
     *
     * @param number makes the name one of its own
     */
    public static ScratchProject of(ProjectName project, int number, Instant now) {
        String plain = project.text().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String shortened = plain.substring(0, Math.min(24, plain.length())).replaceAll("^-|-$", "");
        String middle = shortened.isEmpty() ? "project" : shortened;
        return new ScratchProject(
                new ProjectName(PREFIX + middle + "-" + String.format(Locale.ROOT, "%08x", number)), now);
    }

    /** The one of that name; empty where the name is not of our form. */
    static Optional<ScratchProject> named(String text, Instant since) {
        return FORM.matcher(text).matches()
                ? Optional.of(new ScratchProject(new ProjectName(text), since))
                : Optional.empty();
    }
}
