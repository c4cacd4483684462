/// Messages that a program may decide about: each asks for something that can be looked up.
enum HarmlessMessages {
    static let all = english + german + spanish + french + italian + japanese

    private static let english = [
        "Where is my parcel? It should have been here on Tuesday.",
        "Has order 118 left your warehouse yet?",
        "The tracking number shows nothing at all.",
        "When will the blue backpack arrive?",
        "My package seems to be stuck at the depot.",
        "Could you change the delivery address of my order?",
        "I moved, please ship it to the new street instead.",
        "I typed the wrong house number, can you correct it?",
        "Do you have the sneakers in size 42?",
        "Is the lamp available in white?",
        "When will the green chair be back in stock?",
        "How long is the cable of this monitor?",
        "Which batteries fit this torch?",
        "How do I upload photos to my listing?",
        "My new listing does not show up in search.",
        "The title of my listing is cut off.",
    ]

    private static let german = [
        "Wo bleibt mein Paket? Es sollte am Dienstag kommen.",
        "Ist die Bestellung 118 schon verschickt?",
        "Die Sendungsnummer zeigt gar nichts an.",
        "Bitte ändern Sie die Lieferadresse meiner Bestellung.",
        "Ich bin umgezogen, schicken Sie es an die neue Straße.",
        "Gibt es die Schuhe in Größe 42?",
        "Wann ist der grüne Stuhl wieder lieferbar?",
        "Wie lade ich Bilder zu meinem Angebot hoch?",
    ]

    private static let spanish = [
        "¿Dónde está mi paquete? Debía llegar el martes.",
        "¿Ya salió el pedido 118 del almacén?",
        "Quiero cambiar la dirección de entrega.",
        "¿Tienen las zapatillas en la talla 42?",
        "¿Cuándo habrá otra vez la silla verde?",
    ]

    private static let french = [
        "Où est mon colis ? Il devait arriver mardi.",
        "La commande 118 est-elle déjà partie ?",
        "Je voudrais changer l'adresse de livraison.",
        "Avez-vous les chaussures en taille 42 ?",
        "Quand la chaise verte sera-t-elle de nouveau en stock ?",
    ]

    private static let italian = [
        "Dov'è il mio pacco? Doveva arrivare martedì.",
        "L'ordine 118 è già partito?",
        "Vorrei cambiare l'indirizzo di consegna.",
        "Avete le scarpe nella taglia 42?",
    ]

    private static let japanese = [
        "荷物はいつ届きますか。",
        "注文118はもう発送されましたか。",
        "お届け先の住所を変更したいです。",
        "このランプの白はありますか。",
    ]
}
