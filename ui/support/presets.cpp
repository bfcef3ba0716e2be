#include "ui/support/presets.h"

#include "engine/base/error.h"
#include "engine/base/shown_text.h"
#include "ui/support/language.h"
#include "ui/support/resource_bytes.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace rbm {

namespace {

constexpr const char *kIds[] = {"classic",   "cd-1", "pcd-1",      "fast",
                                "fast-look", "best", "small-exact"};

[[noreturn]] void fail(const std::string &id, const Sentence &what) {
    throw Error(Sentence("The preset '%1' %2; correct its file.", id, what));
}

QString fileOf(const std::string &id) {
    return QStringLiteral("presets/%1.json").arg(QString::fromStdString(id));
}

QString textOf(const QJsonObject &object, const char *member, const std::string &id) {
    QString text = object[QLatin1String(member)].toString();
    if (text.isEmpty())
        fail(id, Sentence("has no %1", std::string(member)));
    return text;
}

/// A setting that nobody knows would be passed over in silence.
void requireKnown(const QJsonObject &settings, const Sentence &owner) {
    const QJsonObject known =
        QJsonDocument::fromJson(QByteArray::fromStdString(toJson(TrainingConfig{}))).object();
    for (const QString &name : settings.keys()) {
        if (!known.contains(name) || name == u"seed")
            throw Error(
                Sentence("%1 has the setting '%2', which no preset can have; correct its file.",
                         owner, shown(name.toStdString())));
    }
}

std::vector<Preset> readAll() {
    std::vector<Preset> all;
    for (const char *id : kIds)
        all.push_back(readPreset(id, resourceBytes(fileOf(id))));
    return all;
}

template <typename Condition>
const Preset *firstWhere(Condition condition) {
    const auto &all = presets();
    const auto found = std::find_if(all.begin(), all.end(), condition);
    return found == all.end() ? nullptr : &*found;
}

} // namespace

QString Preset::shown(const QString &text) const { return resourceText(fileOf(id), text); }

Preset readPreset(const std::string &id, const QByteArray &json) {
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (!object[QLatin1String("settings")].isObject())
        fail(id, Sentence("has no settings"));
    Preset preset;
    preset.id = id;
    preset.name = textOf(object, "name", id);
    preset.description = textOf(object, "description", id);
    preset.config =
        readSettings(object[QLatin1String("settings")].toObject(), Sentence("The preset '%1'", id));
    return preset;
}

TrainingConfig readSettings(const QJsonObject &settings, const Sentence &owner) {
    requireKnown(settings, owner);
    return trainingConfigFromJson(
        QJsonDocument(settings).toJson(QJsonDocument::Compact).toStdString());
}

const std::vector<Preset> &presets() {
    static const std::vector<Preset> kAll = readAll();
    return kAll;
}

const Preset *presetOf(const std::string &id) {
    return firstWhere([&](const Preset &preset) { return preset.id == id; });
}

const Preset *presetOf(const TrainingConfig &config) {
    return firstWhere([&](const Preset &preset) {
        TrainingConfig same = preset.config;
        same.seed = config.seed;
        return same == config;
    });
}

std::vector<std::string> presetIds() { return {std::begin(kIds), std::end(kIds)}; }

} // namespace rbm
