package io.github.ddevbak;

import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** States of a project that a fresh clone would not bring back: a name, and the script that makes it. */
final class RescueStates implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        return Stream.of(
                state("a branch without an upstream", """
                        git checkout -q -b feature
                        echo more >> text
                        git commit -qam more
                        git checkout -q main
                        """),
                state("a branch that is ahead, checked out", "echo more >> text; git commit -qam more"),
                state("a branch name that a shell would obey", """
                        git checkout -q -b 'it$(touch-pwned)'
                        echo more >> text
                        git commit -qam more
                        """),
                state("a commit that only a tag holds", """
                        git checkout -q --detach
                        echo more >> text
                        git commit -qam more
                        git tag light
                        git tag -a heavy -m heavy
                        git checkout -q main
                        """),
                state("a detached HEAD", "git checkout -q --detach; echo more >> text; git commit -qam more"),
                state("stashes, one with untracked files and one with a quote", """
                        echo one > text
                        git stash -q -m "it's one"
                        echo two > text
                        echo new > new
                        git stash -q -u -m 'the second'
                        """),
                state("changes of every kind", """
                        printf 'one\\ntwo' > text
                        printf 'a\\0c' > binary
                        printf 'still no end' > endless
                        printf 'x\\r\\nz\\r\\n' > crlf
                        rm link gone
                        echo a file > link
                        rm -r dir
                        echo a file > dir
                        chmod +x run
                        : > empty
                        git add empty
                        echo later > later
                        git add --intent-to-add later
                        """),
                state("staged names of every kind", """
                        echo 1 > $'line\\nbreak'
                        echo 2 > $'tab\\there'
                        echo 3 > 'quote"s'
                        echo 4 > $'caf\\xe9'
                        echo 5 > größe
                        echo 6 > -rf
                        echo 7 > ' spaces '
                        ln -s nowhere dangling
                        git add -- .
                        """),
                state("something staged that has changed again", """
                        echo staged > text
                        echo new > new
                        git add .
                        echo changed > text
                        echo newer > new
                        """),
                state("a merge with conflicts", """
                        git checkout -q -b other
                        echo theirs > text
                        rm run
                        echo both > both
                        git add -A
                        git commit -qm theirs
                        git checkout -q main
                        echo ours > text
                        echo ran > run
                        echo two > both
                        git add -A
                        git commit -qm ours
                        git merge -q other || true
                        """),
                state("a rebase with a conflict and an autostash", """
                        git checkout -q -b other
                        echo theirs > text
                        git commit -qam theirs
                        git checkout -q main
                        echo ours > text
                        git commit -qam ours
                        echo dirty > run
                        git rebase -q --autostash other || true
                        """),
                state("untracked files of every kind", """
                        mkdir -p deep/er
                        echo 1 > deep/er/-d
                        echo 2 > $'line\\nbreak'
                        echo 3 > $'caf\\xe9'
                        long=$(printf 'x%.0s' $(seq 1 120))
                        mkdir $long
                        echo 4 > $long/$long
                        ln -s $long/$long deep/long
                        ln -s nowhere dangling
                        echo 5 > tool
                        chmod 750 tool
                        : > nothing
                        """),
                state("changes that git was told not to look at", """
                        git update-index --assume-unchanged text
                        git update-index --skip-worktree run
                        echo hidden > text
                        echo hidden > run
                        """),
                state("a linked work tree with changes and one with commits", """
                        git worktree add -q ../linked -b beside
                        cd ../linked
                        echo changed > text
                        echo new > new
                        """),
                state("a linked work tree with hidden and ignored files and a repository of its own", """
                        printf '/ignored\\n.env\\n/mine/\\n' > .gitignore
                        git commit -qam ignoring
                        git push -q origin main
                        git worktree add -q ../linked -b beside
                        cd ../linked
                        git update-index --assume-unchanged text
                        echo hidden > text
                        echo KEY=1 > .env
                        git init -q mine
                        cd mine
                        echo 1 > own
                        git add .
                        git commit -qm own
                        echo 2 > own
                        """),
                state("a submodule with commits and changes", """
                        git init -q --bare ../library.git
                        git init -q ../library
                        cd ../library
                        echo 1 > lib
                        git add .
                        git commit -qm lib
                        git push -q ../library.git main
                        cd ../shop
                        git submodule --quiet add "$PWD/../library.git" lib
                        git commit -qm lib
                        git push -q origin main
                        cd lib
                        echo 2 > lib
                        git commit -qam two
                        echo 3 > lib
                        echo new > new
                        """),
                state("repositories in tracked folders, one of them pushed to a remote of its own", """
                        mkdir mine pushed
                        echo 1 > mine/own
                        echo 1 > pushed/own
                        echo build > pushed/.gitignore
                        git add .
                        git commit -qm 'more of the shop'
                        git push -q origin main
                        git init -q mine
                        cd mine
                        git add .
                        git commit -qm 'of its own'
                        echo 2 > own
                        cd ..
                        git init -q --bare ../pushed.git
                        git init -q pushed
                        cd pushed
                        git add .
                        git commit -qm pushed
                        git remote add origin "$PWD/../../pushed.git"
                        git push -q -u origin main
                        echo 2 > own
                        git commit -qam 'not pushed'
                        echo 3 > own
                        git add own
                        echo 4 > own
                        echo new > new
                        """),
                state("refs of other kinds", RescueTest.OTHER_REFS),
                state("a remote-tracking ref that only stands for the branch", """
                        echo more >> text
                        git commit -qam more
                        git symbolic-ref refs/remotes/origin/own refs/heads/main
                        ln -s ../../heads/main .git/refs/remotes/origin/linked
                        """),
                state("no remote", "git remote remove origin; echo more >> text; git commit -qam more; echo x > text"),
                state("a remote that is gone", "rm -rf ../origin.git; echo more >> text; git commit -qam more"),
                state("no commit yet", """
                        rm -rf .git
                        git init -q
                        git add text binary link
                        echo changed > text
                        """),
                state("no repository", "rm -rf .git"),
                state("a repository that names objects by SHA-256", """
                        rm -rf .git
                        git init -q --object-format=sha256
                        git add .
                        git commit -qm first
                        echo changed > text
                        echo new > new
                        """),
                state("a project inside a larger repository", """
                        mkdir -p sites/shop
                        mv .ddev sites/shop/
                        echo 1 > sites/shop/site
                        git add -A
                        git commit -qm moved
                        git push -q origin main
                        echo 2 > sites/shop/site
                        echo new > sites/shop/new
                        git add sites/shop/new
                        echo untracked > sites/shop/untracked
                        """),
                state("a shallow clone with a commit", """
                        echo more >> text
                        git commit -qam more
                        git push -q origin main
                        cd ..
                        rm -rf shop
                        git clone -q --depth 1 "file://$PWD/origin.git" shop
                        cd shop
                        echo still more >> text
                        git commit -qam 'still more'
                        """));
    }

    private static Arguments state(String name, String script) {
        return Arguments.of(name, script);
    }
}
