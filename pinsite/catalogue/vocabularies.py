"""The words of the field: built-in terms of each vocabulary, which a site may extend.

A term is a code (`black-nickel`), an English label that themes translate, and a sentence for the glossary.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from pinsite.catalogue.local_text import LocalText


class Term(Struct, frozen=True):
    """One word of a vocabulary; `label` is English, `own` holds the site's own texts for it."""

    code: str
    label: str
    note: str = ""
    own: LocalText | None = None


def _terms(**labels: str) -> dict[str, Term]:
    made = {}
    for name, text in labels.items():
        code = name.replace("_", "-")
        label, _, note = text.partition(" | ")
        made[code] = Term(code, label, note)
    return made


BUILT_IN: Mapping[str, Mapping[str, Term]] = {
    "technique": _terms(
        soft_enamel="Soft enamel | Colour sits below the metal lines, which can be felt with a finger.",
        soft_enamel_epoxy="Soft enamel with epoxy | Soft enamel under a clear resin that makes the face flat.",
        hard_enamel="Hard enamel | Colour is over-filled, cured and ground flush with the metal lines, then plated.",
        cloisonne="Cloisonné | Glass powder fired on copper between thin metal walls, then ground and plated.",
        photo_etched="Photo etched | The design is etched into the metal by acid, coloured and polished.",
        screen_print="Screen print | Flat colour printed on top, for details too fine for metal lines.",
        offset_print="Offset print | A full-colour picture under a clear dome.",
        uv_print="UV print | A full-colour picture printed straight onto metal and cured by light.",
        die_struck="Die struck | Relief stamped into bare metal, with little or no colour.",
        die_cast_3d="3D die cast | A sculpted relief cast in zinc alloy.",
        lenticular="Lenticular | A picture that changes with the angle of view.",
        light_up="Light-up | Small lamps; their batteries fail with age.",
        flocked="Flocked | A soft, fuzzy surface.",
        wood="Wood",
        acrylic="Acrylic",
    ),
    "base_metal": _terms(
        iron="Iron",
        zinc_alloy="Zinc alloy",
        brass="Brass",
        copper="Copper",
        aluminium="Aluminium",
        stainless_steel="Stainless steel",
    ),
    "plating": _terms(
        gold="Gold",
        silver="Silver",
        nickel="Nickel",
        black_nickel="Black nickel",
        copper="Copper",
        rose_gold="Rose gold",
        brass="Brass",
        antique_gold="Antique gold",
        antique_silver="Antique silver",
        antique_copper="Antique copper",
        rainbow="Rainbow",
        anodised="Anodised",
        dyed="Dyed metal | Metal coloured by dye rather than by plating.",
        painted_black="Painted black",
        two_tone="Two-tone",
        matte="Matte",
        satin="Satin",
    ),
    "effects": _terms(
        glitter="Glitter",
        glow="Glow in the dark",
        translucent="Translucent",
        stained_glass="Stained glass | Light passes through colour that has no metal behind it.",
        pearlescent="Pearlescent",
        gradient="Gradient",
        colour_change="Colour change",
        cat_eye="Cat-eye | Magnetic pigment that shows a moving band of light.",
        sandblast="Sandblasted",
        epoxy_dome="Epoxy dome",
        rhinestone="Rhinestone",
        flocking="Flocking",
    ),
    "construction": _terms(
        pin_on_pin="Pin-on-pin | A second piece is fixed on top of the first.",
        slider="Slider",
        spinner="Spinner",
        dangle="Dangle",
        chain="Chain",
        multi_part="Multi-part",
        hinged="Hinged",
        bobble="Bobble",
        cut_out="Cut-out",
        lenticular="Lenticular",
        led="LED",
    ),
    "colour": _terms(
        red="Red",
        orange="Orange",
        yellow="Yellow",
        green="Green",
        teal="Teal",
        blue="Blue",
        purple="Purple",
        pink="Pink",
        brown="Brown",
        cream="Cream",
        white="White",
        grey="Grey",
        black="Black",
    ),
    "attachment": _terms(
        butterfly_clutch="Butterfly clutch",
        rubber_clutch="Rubber clutch",
        locking_clutch="Locking clutch",
        deluxe_clutch="Deluxe clutch",
        jewellery_clutch="Jewellery clutch",
        magnet="Magnet",
        safety_pin="Safety pin",
        screw="Screw and nut",
        stick_pin="Stick pin",
        barrel_clutch="Barrel clutch",
        hook="Hook clasp",
        adhesive="Adhesive",
    ),
    "status": _terms(
        concept="Concept",
        voting="Voting",
        preorder="Preorder",
        in_production="In production",
        upcoming="Upcoming",
        available="Available",
        low_stock="Low stock",
        in_person_only="In person only",
        made_to_order="Made to order",
        reserved="Reserved",
        sold_out="Sold out",
        retired="Retired",
        vaulted="Vaulted | Withdrawn for now; it may return.",
        not_for_sale="Not for sale",
        unreleased="Unreleased",
        cancelled="Cancelled",
    ),
    "role": _terms(
        front="Front",
        back="Back",
        open="Open",
        lights_off="Lights off",
        backlit="Light behind",
        in_hand="In hand",
        scale="Beside something known",
        on_card="On its card",
        worn="Worn",
        flaw="Flaw",
        detail="Detail",
        group="Group",
        process="Process",
        counterfeit="Counterfeit",
        variant="Variant",
    ),
    "stage": _terms(
        brief="Brief",
        sketch="Sketch",
        artwork="Artwork",
        proof="Proof",
        mould="Mould",
        sample="Sample",
        stamping="Stamping",
        plating="Plating",
        fill="Colour fill",
        baking="Baking",
        polish="Polishing",
        print="Printing",
        qc="Quality control",
        card="Backing cards",
        shipping="Shipping",
        received="Received",
    ),
    "licence_status": _terms(
        original="Original design",
        licensed="Licensed",
        fan="Fan work | Not authorised by the owner of what it shows.",
        public_domain="Public-domain source",
    ),
    "edition_type": _terms(
        limited="Limited edition | No more than the stated number will be made.",
        timed="Timed edition | Made to order while a window is open; the number is known when it closes.",
        release="Limited release | Made for a time or a place; the number is not told.",
        open="Open edition | Made again whenever it is wanted; no limit.",
    ),
    "edition_state": _terms(planned="Planned", provisional="Provisional", final="Final"),
}

#: What people write for a code that is named otherwise here.
ALSO: Mapping[str, Mapping[str, str]] = {
    "technique": {
        "screen-printed": "screen-print",
        "imitation-cloisonne": "hard-enamel",
        "die-strike": "die-struck",
    },
    "effects": {"glow-in-the-dark": "glow", "gitd": "glow", "gotd": "glow", "color-change": "colour-change"},
    "construction": {"pop": "pin-on-pin", "cutout": "cut-out", "cut-outs": "cut-out"},
    "attachment": {
        "butterfly": "butterfly-clutch",
        "rubber": "rubber-clutch",
        "military-clutch": "butterfly-clutch",
        "locking-back": "locking-clutch",
        "pvc-clutch": "rubber-clutch",
    },
    "base_metal": {"aluminum": "aluminium"},
    "plating": {"anodized": "anodised"},
}

#: The grades of a site that has no scale of its own, best first.
USUAL_GRADES: Mapping[str, Term] = {
    "A": Term("A", "Standard"),
    "B": Term("B", "Seconds"),
    "S": Term("S", "Scrap"),
}
