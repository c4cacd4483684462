import ArgumentParser

/// `flywheel articles`.
struct ArticlesCommand: ParsableCommand {
    static let configuration = CommandConfiguration.answering(
        "articles", "Lists what is written down for whoever asks, and shows it.",
        examples: [
            "flywheel articles", "flywheel articles --search \"late parcel\"", "flywheel articles show refund-windows",
        ],
        exits: [.done, .failed, .waits, .unknown, .usage],
        discussion: """
            Articles are Markdown files in the folder that flywheel.yaml names:

              articles:
                folder: articles       # beside flywheel.yaml
                public: true           # a page for everybody at /help-centre of
                                       # flywheel serve
                title: Northwind help

            Each begins with what holds of it, then its text:

              ---
              id: refund-windows
              title: When a refund is due
              side: buyer              # buyer, seller or both
              intents: [refund]        # cases that it is offered at
              language: en             # translations share their id
              owner: mia
              reviewBy: 2027-01-31     # to be looked at again by then
              public: true             # else for the desk alone
              kind: policy             # or article
              ---
              Buyers are refunded within 30 days ...
            """,
        seeAlso: ["flywheel case", "flywheel doctor", "flywheel explain articles"],
        subcommands: [List.self, Show.self], defaultSubcommand: List.self)

    /// `flywheel articles`: the list.
    struct List: ListingCommand {
        static let examples = [
            "flywheel articles", "flywheel articles list --search refund", "flywheel articles list --format csv",
        ]
        static let configuration = CommandConfiguration.answering(
            "list", "Lists articles, those whose review is overdue first.", examples: examples,
            exits: [.done, .failed, .waits, .usage],
            discussion: """
                A file that is wrong is named with its line, and keeps no other from being
                read.
                """, seeAlso: ["flywheel articles --help", "flywheel doctor"])

        @Option(help: ArgumentHelp("Only those that say all of these words, in any form.", valueName: "words"))
        var search: String?

        @OptionGroup var list: ListOptions
        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).articles(saying: search)
        }
    }

    /// `flywheel articles show`.
    struct Show: AnsweringCommand {
        static let examples = [
            "flywheel articles show refund-windows", "flywheel articles show refund-windows --language de",
            "flywheel articles show refund-windows --format json",
        ]
        static let configuration = CommandConfiguration.answering(
            "show", "Shows an article: for whom, by whom, until when, and its text.", examples: examples,
            exits: [.done, .failed, .unknown, .usage], seeAlso: ["flywheel articles"])

        @Argument(help: ArgumentHelp("The article.", valueName: "id"))
        var id: String

        @Option(help: ArgumentHelp("The language to read it in; English, else any, without it.", valueName: "code"))
        var language: String?

        @OptionGroup(title: "Everywhere")
        var global: GlobalOptions

        func answer(in surroundings: Surroundings) throws -> any Answer {
            try Session(global, surroundings).article(id, in: language)
        }
    }
}
