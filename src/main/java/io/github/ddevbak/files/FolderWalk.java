package io.github.ddevbak.files;

import io.github.ddevbak.files.FolderLook.Batch;
import io.github.ddevbak.files.FolderLook.Met;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** One folder of a walk, name by name. */
final class FolderWalk {
    private final Folder folder;
    private final Names names;
    private final LookAhead ahead;
    private final FileFindings findings;
    private final Deque<Future<Batch>> coming = new ArrayDeque<>();

    /** Folders whose names came, but whose insides sort after what comes next; the last one's come first. */
    private final Deque<Below> later = new ArrayDeque<>();

    private int asked = FolderLook.BATCH;
    private List<Met> met = List.of();
    private List<Below> folders = List.of();
    private int index;
    private int indexOfFolder;

    FolderWalk(Folder folder, FolderLook.Listing listing, LookAhead ahead, FileFindings findings) {
        this.folder = folder;
        this.names = listing.names();
        this.ahead = ahead;
        this.findings = findings;
        take(listing.first());
        if (listing.first().whole() && names.size() == 0) {
            met = List.of(new Met(RawPath.EMPTY, folder.stat()));
        }
    }

    /** Whether there is more; looks at more names where the last ones are used up. */
    boolean hasNext() throws IOException {
        while (index == met.size() && !coming.isEmpty()) {
            take(ahead.result(coming.remove()));
        }
        return index < met.size() || !later.isEmpty();
    }

    /** Shows the next name to the visitor, or says which folder to go into before that. */
    @Nullable
    FolderWalk next(TreeWalk.Visitor visitor) throws IOException {
        if (index == met.size() || (!later.isEmpty() && before(later.element(), met.get(index)))) {
            Below below = later.pop();
            return new FolderWalk(below.folder, below.listing(), ahead, findings);
        }
        Met next = met.get(index++);
        if (names.size() == 0) {
            visitor.met(Entry.of(folder));
        } else if (next.stat().directory()) {
            later.push(folders.get(indexOfFolder++));
        } else {
            visitor.met(Entry.in(folder, next.name(), next.stat()));
        }
        return null;
    }

    private static boolean before(Below below, Met met) {
        return RawPath.inWalkOrder(below.name, true, met.name(), met.stat().directory()) < 0;
    }

    private void take(Batch batch) {
        batch.problems().forEach(findings::add);
        met = batch.met();
        index = 0;
        folders = new ArrayList<>();
        indexOfFolder = 0;
        for (Met one : met) {
            if (one.stat().directory()) {
                folders.add(new Below(one, folders, folders.size()));
            }
        }
        while (coming.size() < LookAhead.BATCHES && asked < names.size()) {
            coming.add(ahead.begin(folder, names, asked));
            asked += FolderLook.BATCH;
        }
    }

    /** A folder in this one that the walk has seen and not yet gone into. */
    private final class Below {
        private final RawPath name;
        private final Folder folder;
        private final List<Below> siblings;
        private final int index;
        private @Nullable Future<FolderLook.Listing> begun;
        private boolean entered;

        Below(Met met, List<Below> siblings, int index) {
            this.name = met.name();
            this.folder = new Folder(
                    FolderWalk.this.folder.path().child(name), name.under(FolderWalk.this.folder.place()), met.stat());
            this.siblings = siblings;
            this.index = index;
        }

        /** Waits for the look into it; those after it are looked into meanwhile. */
        FolderLook.Listing listing() throws IOException {
            Future<FolderLook.Listing> own = begin();
            int last = Math.min(siblings.size() - 1, index + LookAhead.FOLDERS);
            for (int i = index + 1; i <= last && !ahead.full(); i++) {
                if (!siblings.get(i).entered) {
                    Future<FolderLook.Listing> unused = siblings.get(i).begin();
                }
            }
            begun = null;
            entered = true;
            return ahead.end(own);
        }

        private Future<FolderLook.Listing> begin() {
            Future<FolderLook.Listing> own = begun;
            if (own == null) {
                own = ahead.begin(folder);
                begun = own;
            }
            return own;
        }
    }
}
