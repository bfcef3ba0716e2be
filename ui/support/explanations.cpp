#include "ui/support/explanations.h"

#include "engine/base/error.h"
#include "ui/support/language.h"
#include "ui/support/resource_bytes.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace rbm {

namespace {

constexpr const char *kFile = "explanations.json";

[[noreturn]] void fail(const Sentence &what) {
    throw Error(Sentence("The file of explanations %1; correct it.", what));
}

Explanation readOne(const QString &name, const QJsonObject &object) {
    for (const QString &member : object.keys()) {
        if (member != u"title" && member != u"text" && member != u"lesson")
            fail(Sentence("has '%1' at '%2', which no explanation can have", member.toStdString(),
                          name.toStdString()));
    }
    Explanation result{object[u"title"].toString(), object[u"text"].toString(),
                       object[u"lesson"].toString()};
    if (result.title.isEmpty() || result.text.isEmpty())
        fail(Sentence("has no title or no text for '%1'", name.toStdString()));
    return result;
}

QString withoutNumber(QString name) {
    while (!name.isEmpty() && name.back().isDigit())
        name.chop(1);
    return name;
}

} // namespace

QString Explanation::shownTitle() const { return resourceText(QLatin1String(kFile), title); }

QString Explanation::shownText() const { return resourceText(QLatin1String(kFile), text); }

Explanations readExplanations(const QByteArray &json) {
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        fail(Sentence("is no JSON object"));
    const QJsonObject entries = document.object();
    Explanations result;
    for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
        if (!entry.value().isObject())
            fail(Sentence("has no title or no text for '%1'", entry.key().toStdString()));
        result[entry.key()] = readOne(entry.key(), entry.value().toObject());
    }
    return result;
}

const Explanations &explanations() {
    static const Explanations kAll = readExplanations(resourceBytes(QLatin1String(kFile)));
    return kAll;
}

const Explanation *explanationOf(const QString &name) {
    const Explanations &all = explanations();
    auto found = all.find(name);
    if (found == all.end())
        found = all.find(withoutNumber(name));
    return found == all.end() ? nullptr : &found->second;
}

} // namespace rbm
