extension Glossary {
    /// The words of promises and of who works which case.
    static let sla: [Entry] = [
        Entry(
            "promise",
            "Within how many business hours the desk answers, keeps in touch and resolves, for the cases that meet its "
                + "conditions: cases: promises: in flywheel.yaml. The first that is meant for a case counts.",
            "flywheel sla preview", names: ["SLA"]),
        Entry(
            "first-response",
            "The first message of a person of the desk to somebody outside it. Notes and automatic answers are none, and "
                + "no pause stops its clock.", "flywheel sla"),
        Entry(
            "update",
            "The desk's next message: after one of who asked, or after its own last one where a promise says "
                + "counting: interval.", "flywheel sla"),
        Entry(
            "resolution",
            "The end of a case. A case opened again goes on with what was left, or starts anew where its promise says "
                + "reopening: restart.", "flywheel sla"),
        Entry(
            "paused",
            "A clock stands still while its case is in a state that its promise names under pauses; without a word, "
                + "while who asked has to answer.", "flywheel cases"),
        Entry(
            "overdue", "Promised, due before now, and still awaited. It counts as missed, however it ends.",
            "flywheel sla"),
        Entry(
            "attainment",
            "The share of promises kept, of those kept or missed. What is not due yet counts as neither, and so does what "
                + "a case's end made void.", "flywheel sla"),
        Entry(
            "routing",
            "Who works which case: the first of cases: routing: that is meant for it says which skills, sides, group and "
                + "step of the ladder it needs. Nobody is given what they cannot do, or more than they may have.",
            "flywheel cases"),
    ]
}
