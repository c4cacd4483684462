/// Sensitive messages that were written after the phrases, and that no phrase was added for: they show what share of such
/// messages words alone do not catch.
enum UnseenMessages {
    static let all = [
        "Nobody mentioned that returning it would set me back nine dollars.",
        "Half of what the buyer sent is still missing.",
        "You took a cut of my sale that we never agreed on.", "Where did my earnings from August go?",
        "The iron left a black hole in my shirt and nearly took the house with it.",
        "My grandmother slipped because the sole came off.",
        "The dog ate the filling and stopped moving.", "He keeps waiting outside our office after each message.",
        "Someone is selling my design under another name.", "I will let the authorities deal with you.",
        "Which of my details have you passed on to others?", "My fifteen year old ordered knives from you.",
        "Are used car seats fine to offer?", "My page was taken off and I deserve to know why.",
        "One more late day, will that cost me my badge?", "Could you stretch the thirty days for me?",
        "Mir fehlen noch die Einnahmen aus dem August.", "Das Rückporto soll ich auch noch tragen?",
        "Die Heizdecke hat ein Loch ins Bett gesengt.", "Meinem Kind ist von den Bonbons schlecht geworden.",
        "Ihr Verkäufer lauert mir auf.", "Jemand verkauft meinen Entwurf unter fremdem Namen.",
        "An wen haben Sie meine Angaben weitergegeben?", "Sind gebrauchte Kindersitze in Ordnung?",
        "Warum sehe ich meinen Laden nicht mehr?", "Könnten Sie die Frist für mich verlängern?",
        "Todavía me falta lo de las ventas de agosto.", "¿También tengo que poner yo el envío de vuelta?",
        "La manta eléctrica hizo un agujero en la cama.", "Al niño le sentaron fatal los caramelos.",
        "Alguien vende mi diseño con otro nombre.", "¿A quién le han dado mis datos?",
        "¿Pueden alargar el plazo por mí?",
        "Il me manque la moitié de mes ventes d'août.", "Le retour est aussi à ma charge ?",
        "La couverture chauffante a troué le matelas.", "Les bonbons ont rendu mon enfant malade.",
        "Quelqu'un vend mon dessin sous un autre nom.", "À qui avez-vous transmis mes coordonnées ?",
        "Pourriez-vous prolonger le délai ?",
        "Mi manca ancora l'incasso di agosto.", "Anche la spedizione di ritorno tocca a me?",
        "La coperta ha fatto un buco nel letto.", "Il bambino si è sentito male per le caramelle.",
        "Qualcuno vende il mio disegno sotto altro nome.", "A chi avete passato i miei dati?",
        "八月分の収益がまだです。", "電気毛布で布団に穴が開きました。", "飴で子どもの具合が悪くなりました。", "私のデザインを別名で売る人がいます。",
        "期限を延ばしてもらえますか。", "中古のチャイルドシートは出せますか。",
    ]
}
