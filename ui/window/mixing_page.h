#pragma once

#include "ui/session/mixing_view.h"
#include "ui/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;

namespace rbm {

class BalanceBars;
class ClassStrips;
class LadderView;
class Panel;
class TileView;

/// Plain Gibbs sampling at the left, parallel tempering with its ladder at the right, from the
/// same starts with the same model; below, the classes of the chosen chain on the way.
class MixingPage : public QWidget {
    Q_OBJECT
public:
    explicit MixingPage(QWidget *parent = nullptr);

    void applyTheme(const Theme &theme);
    void setTileShape(int width, int height);
    /// Null: nothing was begun from the present starts.
    void show(const MixingView *view);

private:
    /// What is told of one kind of chains.
    struct Arm {
        Panel *panel = nullptr;
        TileView *now = nullptr;
        QLabel *changes = nullptr;
        QLabel *mean = nullptr;
        QLabel *stayed = nullptr;
    };

    Arm makeArm(const QString &title, const char *prefix);
    QLabel *addFact(QBoxLayout *facts, const QString &name, const QString &object);
    void makeBalance();
    void makeLadder();
    void showFollowed();
    void makeStrips();
    void showArm(const Arm &arm, const MixingArm *values, const MixingView *view) const;
    void showLadder(const MixingView *view);
    void showStrips(const MixingView *view);
    void showBalance(const MixingView *view);
    QString emptyText(const MixingView *view) const;

    Arm m_plain;
    Panel *m_balancePanel;
    BalanceBars *m_balance;
    Arm m_tempered;
    QLabel *m_roundTrips = nullptr;
    QLabel *m_followed = nullptr;
    int m_walker = 0; ///< the followed one
    LadderView *m_ladder;
    Panel *m_stripsPanel;
    ClassStrips *m_strips;
};

} // namespace rbm
