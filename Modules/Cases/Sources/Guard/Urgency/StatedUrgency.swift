/// How soon somebody says they need an answer: a suggestion from their own words, in six languages.
///
/// It tells what was said, not what is true, and no accuracy is claimed for it. Who says nothing of time or trouble gets no
/// suggestion.
public struct StatedUrgency: Hashable, Sendable {
    /// How urgent it sounds.
    public let urgency: Urgency
    /// The words that say so, as they stand in the message.
    public let words: [String]

    /// The urgency that a text states; `nil` where it states none. What speaks of danger is always urgent.
    ///
    /// - Parameter mentions: what the text says of sensitive topics.
    public init?(of text: String, mentions: [SensitiveMention] = []) {
        let finds = Self.book.finds(in: text, misspeltIn: [])
        let danger = mentions.filter { $0.topic == .safety }.map { (subject: Urgency.urgent, words: $0.words) }
        let all = danger + finds.map { (subject: $0.subject, words: $0.words) }
        guard let most = all.map(\.subject).max() else { return nil }
        urgency = most
        words = all.filter { $0.subject == most }.map(\.words)
    }

    private static let book = PhraseBook<Urgency>([
        PhraseList(
            .urgent, "en",
            """
            urgent*, asap, as soon as possible, immediately, right now, right away, at once, emergency, today at the latest
            by tonight, by tomorrow, before tomorrow, within the hour, last chance, deadline, cannot wait, can't wait
            """),
        PhraseList(
            .high, "en",
            """
            still waiting, still no, still not, third time, second time, again and again, several times, no reply, no answer
            nobody answers, ignored, unacceptable, disappointed, frustrat*, furious, angry, ridiculous, weeks ago, for weeks
            blocked, stuck, cannot work, can't work, losing customers, wedding, birthday, holiday on
            """),
        PhraseList(.low, "en", "no rush, no hurry, whenever you can, just curious, just wondering, when you have time"),
        PhraseList(
            .urgent, "de",
            """
            dringend*, eilt, eilig, sofort*, umgehend, schnellstmöglich, so schnell wie möglich, noch heute, bis morgen, notfall*
            """),
        PhraseList(
            .high, "de",
            """
            warte immer noch, immer noch nicht, schon wieder, zum dritten mal, zum zweiten mal, keine antwort, niemand antwortet
            unverschämt*, enttäuscht, wütend, ärgerlich, seit wochen, inakzeptabel, frustrier*, hochzeit, geburtstag
            """),
        PhraseList(.low, "de", "keine eile, hat zeit, nur eine frage, bei gelegenheit"),
        PhraseList(
            .urgent, "es",
            "urgente*, urge, cuanto antes, inmediat*, ahora mismo, hoy mismo, lo antes posible, emergencia"),
        PhraseList(
            .high, "es",
            """
            sigo esperando, todavía no, otra vez, tercera vez, segunda vez, nadie responde, sin respuesta, inaceptable
            decepcionad*, enfadad*, indignad*, hace semanas, boda, cumpleaños
            """),
        PhraseList(.low, "es", "sin prisa, no hay prisa, cuando puedan, simple curiosidad"),
        PhraseList(
            .urgent, "fr",
            "urgent*, au plus vite, immédiat*, tout de suite, dès que possible, aujourd'hui même, sans délai"),
        PhraseList(
            .high, "fr",
            """
            j'attends toujours, toujours pas, encore une fois, troisième fois, deuxième fois, personne ne répond, sans réponse
            inacceptable, déçu*, furieu*, en colère, depuis des semaines, mariage, anniversaire
            """),
        PhraseList(.low, "fr", "pas pressé*, rien ne presse, quand vous pourrez, simple question"),
        PhraseList(.urgent, "it", "urgent*, al più presto, immediat*, subito, oggi stesso, quanto prima, emergenza"),
        PhraseList(
            .high, "it",
            """
            aspetto ancora, ancora non, di nuovo, terza volta, seconda volta, nessuno risponde, senza risposta, inaccettabile
            delus*, arrabbiat*, da settimane, matrimonio, compleanno
            """),
        PhraseList(.low, "it", "senza fretta, nessuna fretta, quando potete, semplice curiosità"),
        PhraseList(.urgent, "ja", "至急, 緊急, 今すぐ, すぐに, 大至急, 今日中, 明日まで, 早急"),
        PhraseList(.high, "ja", "まだ届か, まだ来, 何度も, 二度目, 三度目, 返事がな, 連絡がな, がっかり, 怒って, 困って, 結婚式, 誕生日"),
        PhraseList(.low, "ja", "急ぎません, お手すき, ちなみに"),
    ])
}
