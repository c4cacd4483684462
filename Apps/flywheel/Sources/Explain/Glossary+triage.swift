extension Glossary {
    /// The words of triage.
    static let triage: [Entry] = [
        Entry(
            "triage",
            "What a message is about, by a model of the desk's own closed messages. auto: the model decides, because it is surer "
                + "than its language and label take, knows the words, and nothing sensitive is said. suggest: it has an answer, and a "
                + "person decides. human: it has none to rely on. The confidence is the probability that the label is right; the "
                + "reasons are the words without which it would be another, and what keeps the program from deciding. A file of "
                + "messages that says something that means nothing is named with line and column.",
            "flywheel triage --help"),
        Entry(
            "sensitive",
            "Policy, money, safety and law: no program decides about them. They are told by phrases in English, German, Spanish, "
                + "French, Italian and Japanese, through disguises and typing errors, and by labels of whose messages a fifth or more "
                + "speak of them. Messages in other languages are never decided about.",
            "flywheel triage predict --help"),
        Entry(
            "threshold",
            "How sure a model has to be: of messages it had not seen and was as sure of, at most one in twenty answers is wrong, with "
                + "95% confidence (exact binomial bound). A label with fewer than 59 such messages takes the threshold of its language.",
            "flywheel triage report --model FILE"),
        Entry(
            "automation",
            "What triage decides without a person: the intents that cases: automation: in flywheel.yaml names, and nothing without "
                + "it. A case that nobody labelled and nobody works on gets its intent, the urgency its words state and the group of "
                + "its routing rule; a rule of outreach with occasion: decided-case may answer it. One case in ten is left to people "
                + "without an answer, and shows how often decisions are right. Whatever a person says stands before it, and cases "
                + "undo takes it back.", "flywheel triage decide --dry-run"),
        Entry(
            "automation-watch",
            "Whether automatic decisions are as they have to be: drift of certainties and labels (population stability index), accuracy "
                + "and calibration of audited decisions, overrides, handoffs. Each limit has the noise of its sample on top. One that is "
                + "beyond it turns all automation to suggestions.", "flywheel triage report --audits FILE"),
    ]
}
