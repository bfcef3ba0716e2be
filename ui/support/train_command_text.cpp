#include "ui/support/train_command_text.h"

#include <QRegularExpression>
#include <QStringList>
#include <nlohmann/json.hpp>

#include <string>

namespace rbm {

namespace {

/// As one word of a shell's command line.
QString quoted(const QString &word) {
    static const QRegularExpression plain(QStringLiteral("^[A-Za-z0-9_./+:@%-]+$"));
    if (plain.match(word).hasMatch())
        return word;
    return QLatin1Char('\'') + QString(word).replace(u'\'', QLatin1String("'\\''")) +
           QLatin1Char('\'');
}

} // namespace

QString trainCommandText(const TrainingConfig &config) {
    using Json = nlohmann::ordered_json;
    // The members are named as the options are.
    const Json settings = Json::parse(toJson(config));
    const Json usual = Json::parse(toJson(TrainingConfig{}));
    QStringList words = {QStringLiteral("rbm"), QStringLiteral("train")};
    for (const auto &[name, value] : settings.items()) {
        if (usual.contains(name) && value == usual[name] && name != "seed")
            continue;
        words.append(QStringLiteral("--") + QString::fromStdString(name));
        if (value.is_string())
            words.append(QString::fromStdString(value.get<std::string>()));
        else if (!value.is_boolean()) // one that is true: none is by default
            words.append(QString::fromStdString(value.dump()));
    }
    return words.join(QLatin1Char(' '));
}

QString trainCommandText(const TrainCommand &command) {
    QString line = trainCommandText(command.config);
    if (!command.data.isEmpty())
        line += QStringLiteral(" --data ") + quoted(command.data);
    if (!command.backend.isEmpty())
        line += QLatin1Char(' ') + command.backend;
    if (!command.controls.isEmpty())
        line += QStringLiteral(" --controls ") + quoted(command.controls);
    return line;
}

} // namespace rbm
