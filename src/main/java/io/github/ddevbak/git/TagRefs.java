package io.github.ddevbak.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Asks which tags a repository has, each with what it is. */
final class TagRefs {
    private static final List<String> QUESTION = List.of(
            "for-each-ref",
            "--format=%(refname)%00%(objecttype)%00%(objectname)%00%(*objectname)%00%(creatordate:unix)",
            "refs/tags");

    private TagRefs() {}

    /**
     * A tag.
     *
     * @param object what the ref names
     * @param commit what that names in turn, where it is an annotated tag; else the same
     * @param made when it was made, as its maker's clock said; of a plain tag the commit
     */
    record Tag(String name, boolean annotated, String object, String commit, Instant made) {}

    static List<Tag> ask(GitCli git, Layout layout) {
        List<Tag> tags = new ArrayList<>();
        for (String line : git.answer(layout.folder(), QUESTION).stdout().split("\n", -1)) {
            String[] field = line.split("\0", -1);
            if (field.length == 5) {
                boolean annotated = field[1].equals("tag");
                tags.add(new Tag(
                        field[0].substring(RefFiles.TAGS.length()),
                        annotated,
                        field[2],
                        annotated ? field[3] : field[2],
                        field[4].isEmpty() ? Instant.EPOCH : Instant.ofEpochSecond(CommitGraph.time(line, field[4]))));
            }
        }
        return tags;
    }
}
