#pragma once

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace rbm {

/// A switch: a knob at the left (off) or right (on), with its text beside it.
class ToggleSwitch : public QAbstractButton {
    Q_OBJECT
public:
    explicit ToggleSwitch(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The text while it is on, and while it is off.
    void setTexts(const QString &on, const QString &off);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void nextCheckState() override;
    void checkStateSet() override;

private:
    void showText();

    Theme m_theme;
    QString m_on;
    QString m_off;
};

} // namespace rbm
