import FlywheelStore

extension Document {
    /// What is written of work and of what became of it.
    static let work = [
        WorkAnswer.document, ListAnswer<ExceptionRecord>.document, ReorderAnswer.document, WarningsAnswer.document,
        CausesAnswer.document, CauseMergeAnswer.document, BacktestAnswer.document,
        ListAnswer<ExportedOutcome>.document, ListAnswer<JournalLine>.document,
    ]

    /// What is written of the program itself.
    static let house = [
        ChecksAnswer.document, ChecksAnswer.documentOfJournal, BackupAnswer.document, ChecksAnswer.documentOfBackup,
        RestoredAnswer.document, CopiesAnswer.document, MigrationAnswer.document, ExplainAnswer.document,
        DemoAnswer.document, ForecastAnswer.document, SeriesAnswer.document, StreamAnswer.document,
        ExportedAnswer.document, CompletionsAnswer.document, ListAnswer<Document>.document,
    ]
}
