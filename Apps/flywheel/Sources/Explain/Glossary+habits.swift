extension Glossary {
    /// The words of routines and of the start.
    static let habits: [Entry] = [
        Entry(
            "habit",
            "A routine of about a quarter of an hour that keeps the wheel turning: morning, midday and close-of-day, "
                + "weekly, monthly. Each is a checklist with the command that shows more.", "flywheel morning"),
        Entry(
            "standing",
            "How a routine was kept up: in so many of the last five working days, four weeks or three months. Days "
                + "before the first time do not count, nor does one that is not over.", "flywheel morning"),
        Entry(
            "morning", "The queue, stale feeds, closes that failed, what is new in tier A, due today, and yours.",
            "flywheel morning"),
        Entry("midday", "How old the open problems of tier A are, and who has them.", "flywheel midday"),
        Entry(
            "close-of-day", "What was closed today, which causes came back, and which are worth preventing.",
            "flywheel close-of-day"),
        Entry("weekly", "One number to tune, proposals that wait, and decisions to look back at.", "flywheel weekly"),
        Entry("monthly", "Revenue per operator, and where the wheel stands and stalls.", "flywheel monthly"),
        Entry(
            "digest",
            "A routine as text, mail file or webhook body. Nothing is sent; what gets it twice knows by its "
                + "key.", "flywheel digest morning"),
        Entry(
            "start",
            "The first three months of a wheel: see and rank, say why, tune. Where you are follows from the work.",
            "flywheel start"),
    ]
}
