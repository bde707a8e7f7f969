package io.github.ddevbak.report;

/** How the page looks: on light and dark, narrow and wide, and on paper. */
final class PageStyle {
    /** Holds no character that has a meaning in markup. */
    static final String CSS = """
            :root { color-scheme: light dark; --page: #f6f7f9; --card: #ffffff; --ink: #1b2330; --soft: #566173;
              --line: #d9dee6; --good: #13693a; --good-back: #ddf3e4; --warn: #7a4b00; --warn-back: #fdeccb;
              --bad: #a11220; --bad-back: #fbdfe1; --chart: #2563a8; }
            @media (prefers-color-scheme: dark) {
              :root { --page: #12161d; --card: #1b212b; --ink: #e6eaf0; --soft: #a3aebd; --line: #343d4b;
                --good: #7fdca2; --good-back: #143723; --warn: #f5c56b; --warn-back: #40300f; --bad: #ff9aa2;
                --bad-back: #47191e; --chart: #7db4f0; }
            }
            * { box-sizing: border-box; }
            body { margin: 0; background: var(--page); color: var(--ink); line-height: 1.5;
              font-family: system-ui, -apple-system, "Segoe UI", sans-serif; }
            main { max-width: 68rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
            h1 { margin: 0; font-size: 1.6rem; }
            h2 { margin: 0; font-size: 1.2rem; }
            h3 { margin: 1.2rem 0 .3rem; font-size: 1rem; }
            h1, h2, p, li, td, dd { overflow-wrap: anywhere; unicode-bidi: isolate; }
            a { color: inherit; }
            .soft { color: var(--soft); font-size: .9rem; margin: .2rem 0; }
            section, article { background: var(--card); border: 1px solid var(--line); border-radius: .6rem;
              padding: 1rem 1.2rem; margin-top: 1rem; }
            .head { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; justify-content: space-between; }
            .word { display: inline-block; border-radius: 1rem; padding: .05rem .65rem; font-size: .9rem;
              font-weight: 600; background: var(--line); }
            .good { color: var(--good); background: var(--good-back); }
            .warn { color: var(--warn); background: var(--warn-back); }
            .bad { color: var(--bad); background: var(--bad-back); }
            table { border-collapse: collapse; width: 100%; }
            th, td { text-align: left; vertical-align: top; padding: .35rem .8rem .35rem 0;
              border-bottom: 1px solid var(--line); }
            th { color: var(--soft); font-weight: 600; font-size: .9rem; }
            dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: .6rem 1.2rem;
              margin: .8rem 0 0; }
            dt { color: var(--soft); font-size: .9rem; }
            dd { margin: 0; }
            ul { list-style: none; margin: .4rem 0 0; padding: 0; }
            li { padding: .4rem 0; border-bottom: 1px solid var(--line); }
            li p { margin: .15rem 0 0; }
            .hint { padding-left: 1rem; border-left: 3px solid var(--line); }
            figure { margin: .4rem 0 0; }
            svg { display: block; width: 100%; height: 8rem; border-bottom: 1px solid var(--soft); }
            .area { fill: var(--chart); opacity: .15; }
            .sum, .own { fill: none; stroke: var(--chart); stroke-width: 2; }
            .own { stroke-dasharray: 5 4; opacity: .8; }
            .dot { stroke: var(--chart); stroke-width: 8; stroke-linecap: round; }
            .dot.off { stroke: var(--bad); }
            .sum, .own, .dot { vector-effect: non-scaling-stroke; }
            .ends { display: flex; justify-content: space-between; gap: 1rem; }
            @media (max-width: 40rem) {
              main { padding: 1rem .6rem 2rem; }
              section, article { padding: .8rem; }
              thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
              tr { display: block; padding: .4rem 0; border-bottom: 1px solid var(--line); }
              td { display: block; border: 0; padding: .1rem 0; }
              td[data-name]::before { content: attr(data-name) ": "; color: var(--soft); }
            }
            @media print {
              :root { color-scheme: light; --page: #ffffff; --card: #ffffff; --ink: #000000; --soft: #333333;
                --line: #999999; --good: #000000; --good-back: #ffffff; --warn: #000000; --warn-back: #ffffff;
                --bad: #000000; --bad-back: #ffffff; --chart: #000000; }
              body { font-size: 10pt; }
              main { max-width: none; padding: 0; }
              section, article { border-radius: 0; padding: .5rem 0; border-width: 1px 0 0; }
              .word { border: 1px solid #000000; }
              .bad { border-width: 2px; font-weight: 800; }
              figure, tr, li, .head { break-inside: avoid; }
              h2, h3, .head { break-after: avoid; }
            }
            """;

    private PageStyle() {}

    /** The class of a word that says how something is; of one that it does not know, none that promises anything. */
    static String of(String word) {
        return switch (word) {
            case "recoverable", "disk", "ok" -> "word good";
            case "at-risk", "mistake", "warning", "suspect" -> "word warn";
            case "not-recoverable", "unknown", "nothing", "loss", "error", "failed" -> "word bad";
            default -> "word";
        };
    }
}
